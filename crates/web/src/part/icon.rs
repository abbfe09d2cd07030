//! The few signs of the interface, drawn in strokes of the text's colour. Each stands beside its words, so none
//! speaks to screen readers.

use counterpose_app::Route;
use counterpose_app::view::Weight;
use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The product: shoulders one way, hips the other.
    Brand,
    /// The safety net.
    Safety,
    /// The day.
    Today,
    /// The plan.
    Plan,
    /// What it comes to.
    Progress,
    /// The library.
    Library,
    /// Settings.
    Settings,
    /// About.
    About,
    /// Good to know.
    Calm,
    /// Worth a look.
    Attention,
}

impl Icon {
    /// The sign of a main page.
    #[must_use]
    pub const fn of_route(route: &Route) -> Self {
        match route {
            Route::Plan | Route::Handout => Self::Plan,
            Route::Progress => Self::Progress,
            Route::Library | Route::Exercise(_) => Self::Library,
            Route::Settings => Self::Settings,
            Route::About => Self::About,
            _ => Self::Today,
        }
    }

    /// The sign of a notice.
    #[must_use]
    pub const fn of_weight(weight: Weight) -> Self {
        match weight {
            Weight::Calm => Self::Calm,
            Weight::Attention | Weight::Urgent => Self::Attention,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Brand => {
                "M4 7.2l16 3.6M4.5 17.6l15-4M12 9c3.4 2.3-3.2 4.2 0 6.6M12.2 3.2a1.2 1.2 0 1 0 .01 0"
            }
            Self::Safety => {
                "M12 3l7.5 2.6v5.6c0 4.6-3.1 8-7.5 9.8-4.4-1.8-7.5-5.2-7.5-9.8V5.6zM12 8.200v7M8.5 11.700h7"
            }
            Self::Today => {
                "M12 7.200a4.8 4.8 0 1 0 .01 0M12 1.800v2M12 20.200v2M1.8 12h2M20.2 12h2M4.8 4.800l1.4 1.400M17.8 17.800l1.4 1.400M4.8 19.200l1.4-1.400M17.8 6.200l1.4-1.4"
            }
            Self::Plan => "M9 6h11M9 12h11M9 18h11M3.5 6l1 1 2-2.200M3.5 12l1 1 2-2.200M3.5 18l1 1 2-2.2",
            Self::Progress => "M4 4v16h16M8 15l3.500-4.500 3 2.500L19 7.500",
            Self::Library => "M5 4.500h4.500v15H5zM9.5 4.500H14v15H9.500zM14.2 5.300l3.9-.9 3.3 14.3-3.9.9z",
            Self::Settings => {
                "M4 7h9M18 7h2M4 17h2M11 17h9M15.5 4.600a2.4 2.4 0 1 0 .01 0M8.5 14.600a2.4 2.4 0 1 0 .01 0"
            }
            Self::About | Self::Calm => "M12 3a9 9 0 1 0 .01 0M12 11v5.500M12 7.600v.2",
            Self::Attention => "M12 3.500L2.8 19.500h18.400zM12 10v4.200M12 16.800v.2",
        }
    }
}

/// Draws it.
pub fn icon(icon: Icon) -> AnyView {
    view! {
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round"
            stroke-linejoin="round" aria-hidden="true" focusable="false">
            <path d=icon.path()/>
        </svg>
    }
    .into_any()
}
