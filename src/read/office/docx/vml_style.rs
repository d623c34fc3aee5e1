//! The `style` of a VML shape → lengths and switches.

use super::word::with_unit;

/// What the `style` of a shape says, its names and values as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct VmlStyle<'t>(&'t str);

impl<'t> VmlStyle<'t> {
    /// Of this text.
    pub fn of(text: &'t str) -> Self {
        Self(text)
    }

    /// What is said under that name.
    pub fn get(self, name: &str) -> Option<&'t str> {
        let pairs = self.0.split(';').filter_map(|pair| pair.split_once(':'));
        pairs
            .map(|(key, value)| (key.trim(), value.trim()))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|it| it.1)
    }

    /// A length in points; a bare number counts in units of a group.
    pub fn length(self, name: &str, unit: Unit) -> Option<f32> {
        length(self.get(name)?, unit)
    }

    /// Degrees clockwise; a number with `fd` counts in 65536ths of a degree.
    pub fn turn(self) -> f64 {
        let Some(written) = self.get("rotation") else { return 0.0 };
        let (number, share) = match written.strip_suffix("fd") {
            Some(number) => (number, 65_536.0),
            None => (written, 1.0),
        };
        number.trim().parse::<f64>().ok().filter(|it| it.is_finite()).map_or(0.0, |it| it / share)
    }

    /// Mirrored left to right, and top to bottom.
    pub fn flips(self) -> (bool, bool) {
        let flip = self.get("flip").unwrap_or_default();
        (flip.contains('x'), flip.contains('y'))
    }

    /// It is not shown.
    pub fn is_hidden(self) -> bool {
        self.get("visibility") == Some("hidden") || self.get("display") == Some("none")
    }
}

/// What a bare number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Dots of a screen, 96 an inch: outside groups.
    Dots,
    /// Units of the group around it.
    Group,
}

/// A length with its unit in points, or a bare number.
pub(super) fn length(written: &str, unit: Unit) -> Option<f32> {
    let written = written.trim();
    match written.parse::<f32>() {
        Ok(number) if !number.is_finite() => None,
        Ok(number) if unit == Unit::Dots => Some((number * 0.75).clamp(-20_000.0, 20_000.0)),
        Ok(number) => Some(number),
        Err(_) => with_unit(written),
    }
}

/// Two lengths parted by a comma: `10pt,20pt`.
pub(super) fn pair(written: &str, unit: Unit) -> Option<(f32, f32)> {
    let (x, y) = written.split_once(',')?;
    let side = |it: &str| if it.trim().is_empty() { Some(0.0) } else { length(it, unit) };
    Some((side(x)?, side(y)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_turns_and_flips_are_read() {
        let style =
            VmlStyle::of("position:absolute;margin-left:-5.65pt; Width :1in;height:40;rotation:90;flip:x y;left:200");
        assert_eq!(style.length("margin-left", Unit::Dots), Some(-5.65));
        assert_eq!(style.length("width", Unit::Dots), Some(72.0));
        assert_eq!(style.length("height", Unit::Dots), Some(30.0));
        assert_eq!(style.length("left", Unit::Group), Some(200.0));
        assert_eq!((style.turn(), style.flips()), (90.0, (true, true)));
        assert_eq!(VmlStyle::of("rotation:-5898240fd").turn(), -90.0);
        assert_eq!(style.length("top", Unit::Dots), None);
        assert_eq!(VmlStyle::of("width:nan;height:1e999pt;x").length("width", Unit::Dots), None);
        assert_eq!(pair("10pt,", Unit::Dots), Some((10.0, 0.0)));
    }
}
