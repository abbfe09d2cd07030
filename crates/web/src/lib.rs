//! The browser shell: pages, adapters over web-sys, offline start
