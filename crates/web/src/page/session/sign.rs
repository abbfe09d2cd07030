//! The signs on the session's buttons, drawn in strokes of the text's colour. Each stands beside its words, so none
//! speaks to screen readers.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Pause,
    Go,
    Back,
    Skip,
    Less,
    More,
    Hurts,
    Sides,
    Out,
    Sound,
    Silence,
    Leave,
}

impl Sign {
    const fn path(self) -> &'static str {
        match self {
            Self::Pause => "M9 5v14M15 5v14",
            Self::Go => "M8 5l11 7-11 7z",
            Self::Back => "M18 5l-9 7 9 7zM6 5v14",
            Self::Skip => "M6 5l9 7-9 7zM18 5v14",
            Self::Less => "M5 12h14",
            Self::More => "M5 12h14M12 5v14",
            Self::Hurts => {
                "M12 20.500C5 16 3 12.500 3 9.200A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 2.200c0 3.300-2 6.800-9 11.300zM11 9l-1.500 3h4L12 15.500"
            }
            Self::Sides => "M4 9h13M13.500 5.500L17 9l-3.500 3.500M20 15H7M10.500 11.500L7 15l3.500 3.500",
            Self::Out => "M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M6.500 6.500l11 11",
            Self::Sound => {
                "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.6 7.6 0 0 1 0 11"
            }
            Self::Silence => "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM16 9.500l5 5M21 9.500l-5 5",
            Self::Leave => "M6 6l12 12M18 6L6 18",
        }
    }
}

/// Draws a sign.
pub fn sign(sign: Sign) -> AnyView {
    view! { <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=sign.path() /></svg> }
        .into_any()
}

/// The traffic light's shapes: a disc, a triangle, an octagon.
pub fn light(place: usize) -> AnyView {
    let path = match place {
        0 => "M12 2.500a9.500 9.500 0 1 0 .01 0z",
        1 => "M12 2l10.500 19h-21z",
        _ => "M7.900 2h8.200L22 7.900v8.200L16.100 22H7.900L2 16.100V7.900z",
    };
    view! { <svg class="lamp" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg> }
        .into_any()
}
