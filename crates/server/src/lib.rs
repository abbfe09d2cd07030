//! Sync, assets and health over HTTP
