//! Reads decimal numbers exactly: the nearest `f64` to what is written, ties to even, as the standard library does.
//!
//! The standard reader takes any number of digits and any power of ten, and carries eleven kilobytes of tables for
//! it into the browser. Numbers people write have fewer: up to 19 digits and 22 places, in one division.

/// The power of ten that still leaves 54 bits of a quotient of 128: one more than the answer has.
const MOST_PLACES: i32 = 22;

/// The number written here: sign, digits, decimal point and power of ten (`-12.5e-3`), nothing else around them.
///
/// `None` for anything else, and for more digits or places than this reader takes; never infinite.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (negative, unsigned) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let mut digits = 0_u64;
    let mut seen = false;
    let mut places: Option<i32> = None;
    let mut rest = unsigned;
    while let [byte, after @ ..] = rest {
        match byte {
            b'0'..=b'9' => {
                digits = digits.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
                seen = true;
                places = places.map(|count| count + 1);
            }
            b'.' if places.is_none() => places = Some(0),
            _ => break,
        }
        rest = after;
    }
    let power: i32 = match rest {
        [] => 0,
        [b'e' | b'E', ..] => {
            let written = core::str::from_utf8(rest.get(1..)?).ok()?;
            i32::from(written.parse::<i8>().ok()?)
        }
        _ => return None,
    };
    let size = scaled(digits, power - places.unwrap_or(0))?;
    seen.then_some(if negative { -size } else { size })
}

/// `digits` times ten to the `power`, rounded once.
#[allow(clippy::cast_precision_loss, reason = "this is the one rounding, to the nearest")]
fn scaled(digits: u64, power: i32) -> Option<f64> {
    if digits == 0 {
        return Some(0.0);
    }
    if power.abs() > MOST_PLACES {
        return None;
    }
    let ten = 10_u128.pow(power.unsigned_abs());
    let whole = u128::from(digits);
    if power >= 0 {
        return whole.checked_mul(ten).map(|exact| exact as f64);
    }
    // As many bits as there are: what the division leaves over only says whether there is more below them.
    let shift = whole.leading_zeros();
    let (quotient, left) = ((whole << shift) / ten, (whole << shift) % ten);
    let with_more = (quotient << 1) | u128::from(left != 0);
    Some(with_more as f64 / ((1_u128 << shift) as f64 * 2.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_number_of_this_kind_is_refused() {
        for text in [
            "", "-", ".", "e5", "1e", "1.2.3", "1,5", " 1", "1 ", "NaN", "inf", "0x10", "1e-99", "--1",
            "1e300",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
        for (text, value) in
            [("0", 0.0), ("+5", 5.0), (".5", 0.5), ("5.", 5.0), ("0e99", 0.0), ("3e-05", 3e-5)]
        {
            assert_eq!(decimal(text), Some(value), "{text}");
        }
        assert!(decimal("-0").is_some_and(f64::is_sign_negative));
    }

    proptest! {
        /// Digits anywhere, right up to where a rounding is a tie.
        #[test]
        fn it_reads_the_same_bits_as_the_standard_library(
            digits in any::<u64>(), keep in 1_usize..20, places in 0_usize..20, minus in any::<bool>(),
        ) {
            let mut text = digits.to_string();
            text.truncate(keep);
            let point = text.len().saturating_sub(places);
            text.insert(point, '.');
            if minus {
                text.insert(0, '-');
            }
            let expected: f64 = text.parse().unwrap();
            prop_assert_eq!(decimal(&text).map(f64::to_bits), Some(expected.to_bits()), "{}", text);
        }

        #[test]
        fn whatever_a_number_is_written_as_is_read_back(value in -1e6_f64..1e6) {
            let text = format!("{value}");
            if let Some(read) = decimal(&text) {
                prop_assert_eq!(read.to_bits(), value.to_bits());
            }
            let rounded: f64 = format!("{value:.6}").parse().unwrap();
            prop_assert_eq!(decimal(&format!("{value:.6}")), Some(rounded));
        }

        #[test]
        fn ties_go_to_even(mantissa in (1_u64 << 53)..(1_u64 << 54), places in 0_i32..=3) {
            let text = format!("{mantissa}e-{places}");
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }
    }
}
