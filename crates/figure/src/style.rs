//! The colours of a figure: as rules for the page and as attributes for a picture that stands alone.
//!
//! One table of kinds of shape gives both. The rules name custom properties, so that a page (or its dark scheme) can
//! choose other colours without touching the drawing.

/// What a shape is; its class is `cp-fig-` and the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Floor,
    Shadow,
    Mat,
    Prop,
    PropDark,
    Wall,
    Gear,
    Skin,
    SkinFar,
    Hair,
    Shirt,
    ShirtFar,
    Leg,
    LegFar,
    Work,
    WorkFar,
    Light,
    Arrow,
    Eye,
    Lip,
    StretchLittle,
    StretchClearly,
    StretchMuch,
}

/// Class, fill, stroke.
struct Look {
    class: &'static str,
    fill: &'static str,
    stroke: &'static str,
}

impl Paint {
    const fn look(self) -> Look {
        const fn look(class: &'static str, fill: &'static str, stroke: &'static str) -> Look {
            Look { class, fill, stroke }
        }
        match self {
            Self::Floor => look("floor", "#efe7dc", "none"),
            Self::Shadow => look("shadow", "#b9aa97", "none"),
            Self::Mat => look("mat", "#c9d8cf", "#a9bfb3"),
            Self::Prop => look("prop", "#d9b98c", "#a98455"),
            Self::PropDark => look("prop-dark", "#c19f70", "#a98455"),
            Self::Wall => look("wall", "#e9dfd0", "#c8b79e"),
            Self::Gear => look("gear", "none", "#5b7f95"),
            Self::Skin => look("skin", "#dda683", "#a8714f"),
            Self::SkinFar => look("skin-far", "#c8906e", "#a06a4a"),
            Self::Hair => look("hair", "#4b352b", "#3a2820"),
            Self::Shirt => look("shirt", "#f4ead9", "#b5a48a"),
            Self::ShirtFar => look("shirt-far", "#e2d4bd", "#b5a48a"),
            Self::Leg => look("leg", "#536a78", "#364a57"),
            Self::LegFar => look("leg-far", "#435763", "#31434e"),
            Self::Work => look("work", "#e0743f", "#a94c20"),
            Self::WorkFar => look("work-far", "#c9632f", "#a04519"),
            Self::Light => look("light", "#ffffff", "none"),
            Self::Arrow => look("arrow", "none", "#c2410c"),
            Self::Eye => look("eye", "#4b352b", "none"),
            Self::Lip => look("lip", "#a95f48", "none"),
            Self::StretchLittle => look("stretch-little", "#fff1c2", "#8a6a1c"),
            Self::StretchClearly => look("stretch-clearly", "#ffc83d", "#8a5a00"),
            Self::StretchMuch => look("stretch-much", "#b81f43", "#6e1524"),
        }
    }

    /// The attributes of a shape of this kind; a seam has no line.
    pub(crate) fn attributes(self, seam: bool, out: &mut String) {
        let Look { class, fill, stroke } = self.look();
        out.push_str(" class=\"cp-fig-");
        out.push_str(class);
        if seam {
            out.push_str(" cp-fig-seam");
        }
        out.push_str("\" fill=\"");
        out.push_str(fill);
        out.push('"');
        if stroke != "none" && !seam {
            out.push_str(" stroke=\"");
            out.push_str(stroke);
            out.push_str(match self {
                Self::Gear => "\" stroke-width=\"4\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
                Self::Arrow => "\" stroke-width=\"5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
                _ => "\" stroke-width=\"2\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
            });
        }
        match self {
            Self::Light => out.push_str(" fill-opacity=\"0.1\""),
            Self::Shadow => out.push_str(" fill-opacity=\"0.45\""),
            Self::StretchLittle | Self::StretchClearly | Self::StretchMuch => {
                out.push_str(" fill-opacity=\"0.92\"");
            }
            _ => {}
        }
    }
}

/// The rules for a page that shows figures. Every colour is a custom property with a default, and the defaults
/// change with the colour scheme of the device.
pub const CSS: &str = include_str!("figure.css");
