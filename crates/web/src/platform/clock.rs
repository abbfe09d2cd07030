//! The moment of an action: the device's clock, its zone, and fresh randomness.
//!
//! What this module does not do: correct the clock. The core is told what the device says and copes with jumps.

use core::cell::RefCell;

use counterpose_app::Moment;
use js_sys::{Date, Intl};

use super::js;

/// How long a zone's name is believed: asking for it is slow, and a session asks before every drawn frame.
const ZONE_BELIEVED_MS: f64 = 60_000.0;

/// The device's clock.
#[derive(Debug, Default)]
pub struct Clock {
    zone: RefCell<Option<Zone>>,
}

#[derive(Debug)]
struct Zone {
    asked_at_ms: f64,
    offset_minutes: i16,
    name: String,
}

impl Clock {
    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        let date = Date::new_0();
        // JavaScript counts from the zone to UTC.
        let offset_minutes = -date.get_timezone_offset() as i16;
        let zone = self.zone(date.get_time(), offset_minutes);
        Moment { now_ms: date.get_time() as i64, offset_minutes, zone, entropy: entropy() }
    }

    fn zone(&self, now_ms: f64, offset_minutes: i16) -> String {
        let mut known = self.zone.borrow_mut();
        let fresh = |zone: &Zone| {
            zone.offset_minutes == offset_minutes && (now_ms - zone.asked_at_ms).abs() < ZONE_BELIEVED_MS
        };
        if let Some(zone) = known.as_ref().filter(|zone| fresh(zone)) {
            return zone.name.clone();
        }
        let options = Intl::DateTimeFormat::default().resolved_options();
        let name = js::get(&options, "timeZone").and_then(|name| name.as_string()).unwrap_or_default();
        *known = Some(Zone { asked_at_ms: now_ms, offset_minutes, name: name.clone() });
        name
    }
}

/// 128 bits that nobody can guess. Where the browser refuses (none of today's does), the two clocks stand in:
/// identifiers stay apart, and nothing secret hangs on them.
#[must_use]
pub fn entropy() -> u128 {
    let mut bytes = [0_u8; 16];
    let window = web_sys::window();
    let filled = window
        .as_ref()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        return u128::from_le_bytes(bytes);
    }
    let since_start = window.and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    (u128::from(Date::now().to_bits()) << 64) | u128::from(since_start.to_bits())
}
