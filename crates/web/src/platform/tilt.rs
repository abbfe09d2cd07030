//! The tilt sensor: which way is up, seen from the phone.
//!
//! Orientation events where the browser has them, else acceleration with gravity; never both in one run, because
//! their signs may differ. Some systems ask the person, and only inside a tap. A browser without a sensor may still have the events and stay silent, or speak one empty
//! event: silence for a while means there is none. What this module does not do: measure anything with it.

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use counterpose_app::action::SensorStatus;
use counterpose_coach::selftest::Up;
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::js::{self, Listener, Timeout};
use super::screen;

const ORIENTATION: &str = "deviceorientation";
const MOTION: &str = "devicemotion";
/// A sensor that says nothing for so long is not there.
const SILENT_MS: u32 = 2_000;
/// So long orientation has the first word, before acceleration stands in for it.
const FIRST_WORD_MS: f64 = 700.0;
/// Events closer together than this are passed over: twenty a second are plenty.
const APART_MS: f64 = 45.0;

/// Something the sensor or the browser has to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// Whether it can be had.
    Status(SensorStatus),
    /// Which way is up.
    Up([f64; 3]),
}

/// Listens to the sensor while it is wanted.
#[derive(Clone, Default)]
pub struct Tilt {
    inside: Rc<Inside>,
}

#[derive(Default)]
struct Inside {
    wanted: Cell<bool>,
    /// Which kind of event speaks, once one does.
    source: Cell<Option<&'static str>>,
    began_ms: Cell<Option<f64>>,
    last_ms: Cell<f64>,
    listeners: RefCell<Vec<Listener>>,
    silence: RefCell<Option<Timeout>>,
}

impl Tilt {
    /// Begins to listen; has to be called inside a tap, because some browsers ask the person only then.
    pub fn start(&self, on: impl Fn(Said) + 'static) {
        self.stop();
        let on: Rc<dyn Fn(Said)> = Rc::new(on);
        let Some(window) = web_sys::window() else { return on(Said::Status(SensorStatus::Missing)) };
        if !screen::secure() {
            return on(Said::Status(SensorStatus::Insecure));
        }
        let kinds: Vec<JsValue> = ["DeviceOrientationEvent", "DeviceMotionEvent"]
            .into_iter()
            .filter_map(|name| js::get(&window, name))
            .collect();
        if kinds.is_empty() {
            return on(Said::Status(SensorStatus::Missing));
        }
        self.inside.wanted.set(true);
        // Asked here and now, while the tap still counts.
        let asked: Vec<JsValue> = kinds
            .iter()
            .filter(|kind| js::get(kind, "requestPermission").is_some())
            .filter_map(|kind| js::call(kind, "requestPermission", &[]).ok())
            .collect();
        let inside = Rc::clone(&self.inside);
        wasm_bindgen_futures::spawn_local(async move {
            let mut denied = false;
            for promise in asked {
                let granted = js::promised(promise).await.ok().and_then(|answer| answer.as_string());
                denied |= granted.as_deref() != Some("granted");
            }
            if !inside.wanted.get() {
                return;
            }
            if denied {
                return on(Said::Status(SensorStatus::Denied));
            }
            listen(&inside, &on);
        });
    }

    /// Listens no longer.
    pub fn stop(&self) {
        self.inside.wanted.set(false);
        self.inside.source.set(None);
        self.inside.began_ms.set(None);
        self.inside.last_ms.set(0.0);
        // They may be the ones whose turn this is: let it end first.
        let listeners = core::mem::take(&mut *self.inside.listeners.borrow_mut());
        let silence = self.inside.silence.borrow_mut().take();
        wasm_bindgen_futures::spawn_local(async move { drop((listeners, silence)) });
    }
}

fn listen(inside: &Rc<Inside>, on: &Rc<dyn Fn(Said)>) {
    let Some(window) = web_sys::window() else { return };
    let mut listeners = Vec::new();
    for (kind, read) in [(ORIENTATION, of_orientation as fn(&Event) -> Option<Up>), (MOTION, of_motion)] {
        let (own, on) = (Rc::downgrade(inside), Rc::clone(on));
        listeners.push(Listener::new(window.as_ref(), kind, move |event| {
            let Some(inside) = own.upgrade().filter(|inside| inside.wanted.get()) else { return };
            let Some(up) = read(&event) else { return };
            let now_ms = event.time_stamp();
            let began_ms = inside.began_ms.get().unwrap_or(now_ms);
            inside.began_ms.set(Some(began_ms));
            match inside.source.get() {
                Some(source) if source != kind || now_ms - inside.last_ms.get() < APART_MS => return,
                None if kind == MOTION && now_ms - began_ms < FIRST_WORD_MS => return,
                _ => {}
            }
            inside.last_ms.set(now_ms);
            if inside.source.replace(Some(kind)).is_none() {
                on(Said::Status(SensorStatus::Speaks));
            }
            on(Said::Up(up.direction()));
        }));
    }
    *inside.listeners.borrow_mut() = listeners;
    let (own, on) = (Rc::downgrade(inside), Rc::clone(on));
    *inside.silence.borrow_mut() = Timeout::new(SILENT_MS, move || {
        if own.upgrade().is_some_and(|inside| inside.wanted.get() && inside.source.get().is_none()) {
            on(Said::Status(SensorStatus::Missing));
        }
    });
}

fn of_orientation(event: &Event) -> Option<Up> {
    let angle = |name| js::get(event, name).and_then(|value| value.as_f64());
    Up::from_orientation(angle("beta")?, angle("gamma")?)
}

/// At rest the acceleration a sensor feels points away from the ground. Some systems turn every sign round, which
/// changes no angle that is measured from a zero.
fn of_motion(event: &Event) -> Option<Up> {
    let gravity = js::get(event, "accelerationIncludingGravity")?;
    let part = |name| js::get(&gravity, name).and_then(|value| value.as_f64());
    Up::new([part("x")?, part("y")?, part("z")?])
}
