// Starts the client. The words between double underscores are put in by `cargo xtask client`
// (the table stands in xtask/src/client/assemble.rs).
import start from "__GLUE__";

start({ module_or_path: "__WASM__" });
