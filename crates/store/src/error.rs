//! What SQLite, PostgreSQL and the system say, sorted into the kinds the port promises.

use std::io;

use counterpose_journal::StoreError;
use sqlx::migrate::MigrateError;
use sqlx::postgres::PgDatabaseError;

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
const PERM: i32 = 3;
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const READONLY: i32 = 8;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const CANTOPEN: i32 = 14;
const AUTH: i32 = 23;
const NOTADB: i32 = 26;
/// The shared-memory file could not grow: the disk is full.
const IOERR_SHMSIZE: i32 = 10 | (19 << 8);

/// The kind of a failure of the database.
pub fn of_sqlx(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(database) => {
            if let Some(postgres) = database.try_downcast_ref::<PgDatabaseError>() {
                return of_state(postgres.code(), postgres.message());
            }
            let code = database.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or(0);
            of_code(code, database.message())
        }
        sqlx::Error::Io(error) => of_io(&error),
        sqlx::Error::PoolTimedOut => {
            StoreError::Locked { detail: "no connection became free in time".to_owned() }
        }
        sqlx::Error::ColumnDecode { index, .. } => {
            StoreError::Corrupt { detail: format!("the column {index} holds something else") }
        }
        sqlx::Error::Migrate(error) => of_migration(*error),
        other => StoreError::Other { detail: other.to_string() },
    }
}

fn of_code(code: i32, message: &str) -> StoreError {
    let detail = format!("SQLite {code}: {message}");
    match (code, code & 0xff) {
        (IOERR_SHMSIZE, _) | (_, FULL) => StoreError::Full { detail },
        (_, BUSY | LOCKED) => StoreError::Locked { detail },
        (_, PERM | READONLY | CANTOPEN | AUTH) => StoreError::Permission { detail },
        (_, CORRUPT | NOTADB) => StoreError::Corrupt { detail },
        _ => StoreError::Other { detail },
    }
}

/// The kind of a failure that PostgreSQL tells (https://www.postgresql.org/docs/current/errcodes-appendix.html).
fn of_state(state: &str, message: &str) -> StoreError {
    let detail = format!("PostgreSQL {state}: {message}");
    match state {
        "53100" => StoreError::Full { detail },
        "53200" | "53300" | "53400" | "55P03" | "57P01" | "57P02" | "57P03" | "40001" | "40P01" => {
            StoreError::Locked { detail }
        }
        "42501" | "25006" | "3D000" => StoreError::Permission { detail },
        _ if state.starts_with("28") => StoreError::Permission { detail },
        _ if state.starts_with("XX") => StoreError::Corrupt { detail },
        _ => StoreError::Other { detail },
    }
}

/// The kind of a failure of the file system.
pub fn of_io(error: &io::Error) -> StoreError {
    let detail = error.to_string();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full { detail },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::Permission { detail }
        }
        io::ErrorKind::WouldBlock | io::ErrorKind::ResourceBusy => StoreError::Locked { detail },
        _ => StoreError::Other { detail },
    }
}

/// The kind of a failure while the tables were brought up to date.
pub fn of_migration(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(inner) | MigrateError::ExecuteMigration(inner, _) => of_sqlx(inner),
        MigrateError::VersionMissing(version) => {
            StoreError::Later { detail: format!("its tables have version {version}") }
        }
        MigrateError::VersionMismatch(version) => {
            StoreError::Corrupt { detail: format!("its tables of version {version} are not ours") }
        }
        other => StoreError::Other { detail: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_that_somebody_can_act_on_has_its_kind() {
        type Kind = fn(&StoreError) -> bool;
        let cases: [(i32, Kind); 10] = [
            (13, |it| matches!(it, StoreError::Full { .. })),
            (4874, |it| matches!(it, StoreError::Full { .. })),
            (5, |it| matches!(it, StoreError::Locked { .. })),
            (261, |it| matches!(it, StoreError::Locked { .. })),
            (8, |it| matches!(it, StoreError::Permission { .. })),
            (1544, |it| matches!(it, StoreError::Permission { .. })),
            (14, |it| matches!(it, StoreError::Permission { .. })),
            (11, |it| matches!(it, StoreError::Corrupt { .. })),
            (26, |it| matches!(it, StoreError::Corrupt { .. })),
            (10, |it| matches!(it, StoreError::Other { .. })),
        ];
        for (code, kind) in cases {
            assert!(kind(&of_code(code, "said")), "{code}");
        }
        let states: [(&str, Kind); 7] = [
            ("53100", |it| matches!(it, StoreError::Full { .. })),
            ("55P03", |it| matches!(it, StoreError::Locked { .. })),
            ("40P01", |it| matches!(it, StoreError::Locked { .. })),
            ("28P01", |it| matches!(it, StoreError::Permission { .. })),
            ("25006", |it| matches!(it, StoreError::Permission { .. })),
            ("XX001", |it| matches!(it, StoreError::Corrupt { .. })),
            ("42P01", |it| matches!(it, StoreError::Other { .. })),
        ];
        for (state, kind) in states {
            assert!(kind(&of_state(state, "said")), "{state}");
        }
    }
}
