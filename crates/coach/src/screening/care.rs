//! What to tell somebody who should not start yet: whom to see, how soon, what to say, and what is fine meanwhile.
//!
//! Everything here is the key of a text, or a telephone number. A number that is not in the table is not guessed.

use serde::Serialize;

use super::{Reason, Screening};
use crate::intake::Country;
use crate::vocabulary::Tier;

/// Whom to see, how soon, and what to say. Keys of texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Care {
    /// Whom to see.
    pub who: String,
    /// How soon.
    pub when: String,
    /// How to reach them.
    pub reach: String,
    /// What to say there: the reasons that are as urgent as the tier.
    pub say: Vec<Reason>,
    /// The emergency number, where it is known for the country.
    pub emergency_number: Option<&'static str>,
}

/// What stands instead of a plan until a clinician has looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meanwhile {
    /// Whom to see (text).
    pub who: String,
    /// How soon (text).
    pub when: String,
    /// How to reach them, without a referral where that exists (text).
    pub reach: String,
    /// What to say there: the rules that stopped the plan.
    pub say: Vec<String>,
    /// Whether the diary goes on: always.
    pub diary: bool,
    /// Whether comfortable walking is fine.
    pub walking: bool,
    /// What to read (education cards).
    pub education: Vec<String>,
}

/// Education cards that are fine for everybody.
const EDUCATION: [&str; 2] = ["outlook", "hurt-and-harm"];

/// Emergency numbers by country: those the project has read in a source, and no others. 112 works in every member state of
/// the European Union and in Iceland, Norway and Switzerland (State Fire and Rescue Service of Latvia,
/// vugd.gov.lv/en/single-emergency-call-number-112-europe); 000 in Australia (acma.gov.au, emergency call service);
/// 999 and 911 are among the numbers of the project's own rules.
const EMERGENCY_NUMBERS: &[(&str, &str)] = &[
    ("AT", "112"),
    ("AU", "000"),
    ("BE", "112"),
    ("BG", "112"),
    ("CA", "911"),
    ("CH", "112"),
    ("CY", "112"),
    ("CZ", "112"),
    ("DE", "112"),
    ("DK", "112"),
    ("EE", "112"),
    ("ES", "112"),
    ("FI", "112"),
    ("FR", "112"),
    ("GB", "999"),
    ("GR", "112"),
    ("HR", "112"),
    ("HU", "112"),
    ("IE", "112"),
    ("IS", "112"),
    ("IT", "112"),
    ("LT", "112"),
    ("LU", "112"),
    ("LV", "112"),
    ("MT", "112"),
    ("NL", "112"),
    ("NO", "112"),
    ("PL", "112"),
    ("PT", "112"),
    ("RO", "112"),
    ("SE", "112"),
    ("SI", "112"),
    ("SK", "112"),
    ("US", "911"),
];

/// Somebody to talk to at any hour, by country: Lifeline in Australia (lifeline.org.au), Samaritans in the United Kingdom
/// and Ireland (samaritans.org), 988 in the United States and Canada. Elsewhere general words stand.
const CRISIS_LINES: &[(&str, &str)] =
    &[("AU", "13 11 14"), ("CA", "988"), ("GB", "116 123"), ("IE", "116 123"), ("US", "988")];

fn look_up(table: &[(&'static str, &'static str)], country: Option<Country>) -> Option<&'static str> {
    let country = country?;
    table.iter().find(|(code, _)| *code == country.as_str()).map(|(_, number)| *number)
}

/// The emergency number of a country; where it is not known the text `emergency-number-unknown` stands.
#[must_use]
pub fn emergency_number(country: Option<Country>) -> Option<&'static str> {
    look_up(EMERGENCY_NUMBERS, country)
}

/// The number of a crisis line of a country, if the project knows one.
#[must_use]
pub fn crisis_line(country: Option<Country>) -> Option<&'static str> {
    look_up(CRISIS_LINES, country)
}

/// Whom to see, how soon and what to say, for the tiers that stop; `None` for the others.
#[must_use]
pub fn care(screening: &Screening, country: Option<Country>) -> Option<Care> {
    let tier = screening.tier.filter(|tier| *tier <= Tier::ClinicianFirst)?;
    Some(Care {
        who: format!("care-who-{tier}"),
        when: format!("care-when-{tier}"),
        reach: format!("care-reach-{tier}"),
        say: screening.reasons.iter().filter(|reason| reason.tier == tier).cloned().collect(),
        emergency_number: emergency_number(country),
    })
}

/// The card that stands instead of a plan at `clinician-first`; `None` for every other tier.
#[must_use]
pub fn meanwhile(screening: &Screening, country: Option<Country>) -> Option<Meanwhile> {
    if screening.tier != Some(Tier::ClinicianFirst) {
        return None;
    }
    let Care { who, when, reach, say, .. } = care(screening, country)?;
    Some(Meanwhile {
        who,
        when,
        reach,
        say: say.into_iter().map(|reason| reason.rule).collect(),
        diary: true,
        walking: screening.walking,
        education: EDUCATION.map(str::to_owned).to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_hold_each_country_once() {
        for table in [EMERGENCY_NUMBERS, CRISIS_LINES] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
        assert_eq!(emergency_number(Country::new("gb")), Some("999"));
        assert_eq!(emergency_number(Country::new("XX")), None);
        assert_eq!(emergency_number(None), None);
    }
}
