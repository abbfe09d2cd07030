// Reminders with the page closed: asks the browser for an address and tells the server; boot.js loads it when asked.
//
// With the Rust side it shares two events:
//   "counterpose-remind" (detail: JSON)    { do: "look" | "on" | "off" | "trial", address, wish, words, trial, actions }
//   "counterpose-reminded" (detail: text)  how things stand: one of the names below
// `address` is the path of the person's reminders on the server, `wish` what it takes in there; `words` are the words
// of each rule, `trial` those of a trial and `actions` the answers. Words stay on this device, where sw.js finds them.

const KEPT = new URL("./reminders/kept", import.meta.url).href;
const CACHE = "reminders";

function tell(how) {
  window.dispatchEvent(new CustomEvent("counterpose-reminded", { detail: how }));
}

export async function remind(asked) {
  try {
    tell(await carryOut(asked));
  } catch (error) {
    console.warn("reminders with the page closed:", error);
    // Browsers without a push service of their own say so only here.
    tell(error?.name === "AbortError" ? "no-service" : error?.name === "NotAllowedError" ? "denied" : "failed");
  }
}

async function carryOut(asked) {
  if (!("PushManager" in window) || !("Notification" in window) || !navigator.serviceWorker) return "unsupported";
  // Without a worker of ours "ready" would never come.
  if (!(await navigator.serviceWorker.getRegistration())) return "unsupported";
  const registration = await navigator.serviceWorker.ready;
  const standing = await registration.pushManager.getSubscription();
  switch (asked.do) {
    case "on":
      return turnOn(registration, asked);
    case "off":
      if (standing) {
        await ask(asked.address, "DELETE", "/devices", { endpoint: standing.endpoint });
        await standing.unsubscribe();
      }
      await caches.delete(CACHE);
      return "off";
    case "trial":
      await ask(asked.address, "POST", "/trial", {});
      return "tried";
    default:
      if (Notification.permission === "denied") return "denied";
      if (!standing) return "off";
      // The rules or the language may have changed since.
      await remember(asked, (await about(asked)).key);
      await ask(asked.address, "PUT", "", asked.wish);
      return "on";
  }
}

async function turnOn(registration, asked) {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const { key } = await about(asked);
  const standing = await registration.pushManager.getSubscription();
  // One made for another server's key cannot be used by this one.
  await standing?.unsubscribe();
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  const subscription = await within(20000, registration.pushManager.subscribe(wanted));
  if (!subscription) return "no-service";
  await remember(asked, key);
  await ask(asked.address, "PUT", "", asked.wish);
  await ask(asked.address, "POST", "/devices", subscription);
  return "on";
}

// Without a way to its push service a browser may never answer.
function within(ms, promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
}

// Leaves for the worker what it needs while no page is open.
export async function remember({ address, words, trial, actions, wish }, key) {
  const cache = await caches.open(CACHE);
  const kept = { address, words, trial, actions, language: wish.language, key };
  await cache.put(KEPT, new Response(JSON.stringify(kept)));
}

async function about(asked) {
  return (await ask(asked.address, "GET", "")).json();
}

async function ask(address, method, rest, body) {
  const headers = body ? { "Content-Type": "application/json" } : {};
  const answer = await fetch(address + rest, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${rest || "reminders"}: ${answer.status}`);
  return answer;
}
