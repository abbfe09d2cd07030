//! SVG path data with a fixed way of writing numbers.
//!
//! Coordinates are rounded to hundredths of a unit before they become text, so that a last bit never shows.

/// A point of the picture: x to the right, y down, in SVG units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub(crate) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// Writes a number with at most two decimals, without a negative zero or trailing zeros.
pub(crate) fn number(out: &mut String, value: f64) {
    let hundredths = (value * 100.0).round();
    // A figure is a few hundred units wide; what is not finite or absurd is drawn at zero.
    let hundredths = if hundredths.abs() < 1e12 { hundredths as i64 } else { 0 };
    if hundredths < 0 {
        out.push('-');
    }
    let magnitude = hundredths.unsigned_abs();
    let (whole, rest) = (magnitude / 100, magnitude % 100);
    out.push_str(&whole.to_string());
    if rest != 0 {
        out.push('.');
        out.push(char::from(b'0' + (rest / 10) as u8));
        if !rest.is_multiple_of(10) {
            out.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
}

/// A growing `d` attribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Path {
    pub d: String,
}

impl Path {
    fn put(&mut self, letter: char, numbers: &[f64]) {
        self.d.push(letter);
        for (i, value) in numbers.iter().enumerate() {
            if i > 0 {
                self.d.push(' ');
            }
            number(&mut self.d, *value);
        }
    }

    pub(crate) fn move_to(&mut self, p: Point) {
        self.put('M', &[p.x, p.y]);
    }

    pub(crate) fn line_to(&mut self, p: Point) {
        self.put('L', &[p.x, p.y]);
    }

    /// An arc of a circle, clockwise on the screen.
    pub(crate) fn arc_to(&mut self, radius: f64, large: bool, p: Point) {
        self.put('A', &[radius, radius]);
        self.d.push_str(if large { " 0 1 1 " } else { " 0 0 1 " });
        number(&mut self.d, p.x);
        self.d.push(' ');
        number(&mut self.d, p.y);
    }

    pub(crate) fn close(&mut self) {
        self.d.push('Z');
    }

    /// A closed polygon.
    pub(crate) fn polygon(&mut self, points: &[Point]) {
        for (i, point) in points.iter().enumerate() {
            if i == 0 { self.move_to(*point) } else { self.line_to(*point) }
        }
        if !points.is_empty() {
            self.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64) -> String {
        let mut out = String::new();
        number(&mut out, value);
        out
    }

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        assert_eq!(written(1.0), "1");
        assert_eq!(written(-0.001), "0");
        assert_eq!(written(12.345), "12.35");
        assert_eq!(written(-12.5), "-12.5");
        assert_eq!(written(0.07), "0.07");
        assert_eq!(written(f64::NAN), "0");
        assert_eq!(written(f64::INFINITY), "0");
    }
}
