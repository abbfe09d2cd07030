"""Checks what Counterpose says to other programs; run by `cargo xtask test interop`.

Arguments: the binary, the folder with exported FHIR bundles, HL7's JSON schema (reduced), a folder to work in. Prints
what went wrong and, at the end, one line as `cargo test` does.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.request

binary, samples, schema, work = (pathlib.Path(word) for word in sys.argv[1:5])
passed = failed = 0


def tell(name, complaint):
    global passed, failed
    if complaint:
        failed += 1
        print(f"test {name} ... FAILED\n{complaint}", flush=True)
    else:
        passed += 1
        print(f"test {name} ... ok", flush=True)


def records():
    import jsonschema
    from fhir.resources.R4B.bundle import Bundle

    validator = jsonschema.Draft6Validator(json.loads(schema.read_text()))
    found = sorted(samples.glob("*.json"))
    tell("there are records to look at", "" if len(found) >= 4 else f"only {len(found)} bundles")
    for path in found:
        bundle = json.loads(path.read_text())
        errors = [f"{'/'.join(map(str, e.path))}: {e.message[:300]}" for e in validator.iter_errors(bundle)]
        tell(f"{path.name} keeps to HL7's schema of R4", "\n".join(errors[:5]))
        try:
            Bundle.model_validate(bundle)
            complaint = ""
        except Exception as error:  # whatever the model says is the answer
            complaint = str(error)[:2000]
        tell(f"{path.name} is read by fhir.resources", complaint)
    broken = json.loads(found[0].read_text())
    broken["entry"][0]["resource"]["gender"] = "f"
    tell("a broken bundle is refused", "" if list(validator.iter_errors(broken)) else "it was not")


def server():
    data = work / "data"
    shutil.rmtree(data, ignore_errors=True)
    words = [binary, "serve", "--listen", "127.0.0.1:0", "--data", data]
    environment = {key: value for key, value in os.environ.items() if key != "COUNTERPOSE_DATABASE"}
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        base = next(line.split()[-1] for line in running.stdout if "http://" in line).rstrip("/")
        with urllib.request.urlopen(f"{base}/api/v1/hello") as answer:
            person = json.load(answer)["person"]
        settings = work / "schemathesis.toml"
        settings.write_text(f'[parameters]\n"path.person" = "{person}"\n')
        done = subprocess.run(
            [
                pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", settings, "run",
                f"{base}/api/v1/openapi.json", "--phases", "examples,coverage,fuzzing", "--max-examples", "60",
                "--generation-deterministic", "--no-color", "--checks", "all", "--warnings", "off",
                # JSON Schema counts 95.0 among the whole numbers; we do not. And what is no JSON is turned away before
                # anybody looks for a route, so that a foreign page learns nothing.
                "--exclude-checks", "positive_data_acceptance,unsupported_method",
            ],
            cwd=work, capture_output=True, text=True, timeout=600,
        )
        tell("the running server keeps to its OpenAPI document", done.stdout[-6000:] + done.stderr[-2000:] if done.returncode else "")
        print("\n".join(done.stdout.splitlines()[-14:]), flush=True)
        with urllib.request.urlopen(f"{base}/api/v1/health") as answer:
            tell("it is well afterwards", "" if json.load(answer) == {"status": "ok"} else "it is not")
    finally:
        running.terminate()
        running.wait(20)
        shutil.rmtree(data, ignore_errors=True)


for part in (records, server):
    try:
        part()
    except Exception as error:
        tell(part.__name__, repr(error)[:3000])
word = "FAILED" if failed else "ok"
print(f"\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out")
sys.exit(1 if failed else 0)
