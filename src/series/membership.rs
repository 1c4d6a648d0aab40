//! Which countries a group has, and since when.
//!
//! | group | country | from | until |
//! | --- | --- | --- | --- |
//! | `CENTRAL_ASIA` | `KAZ`, `KGZ`, `TJK`, `TKM`, `UZB` | | |
//! | `EU` | `GBR` | 1973-01-01 | 2020-01-31 |

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;
pub use crate::lexicon::Member;
use crate::model::{Party, Period};

/// Groups with their members. The default is what the crate's own lexicon knows.
///
/// ```
/// use bilateral::series::{Member, Membership};
/// let party = |code: &str| code.parse::<bilateral::Party>().unwrap();
/// let mut groups = Membership::default();
/// groups.add(party("EAEU"), Member::always(party("KAZ")));
/// let year = "2023".parse().unwrap();
/// assert_eq!(groups.members(&party("CENTRAL_ASIA"), &year).len(), 5);
/// assert!(groups.holds(&party("EAEU"), &party("KAZ"), &year));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    groups: BTreeMap<Party, Vec<Member>>,
}

impl Default for Membership {
    fn default() -> Self {
        Membership::of(&Lexicon::embedded())
    }
}

impl Membership {
    /// The groups that a lexicon knows.
    #[must_use]
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut groups = Membership::none();
        for group in lexicon.groups() {
            for member in lexicon.members(group) {
                groups.add(group, *member);
            }
        }
        groups
    }

    /// No group at all.
    #[must_use]
    pub fn none() -> Self {
        Membership { groups: BTreeMap::new() }
    }

    /// Adds a member to a group; a member that left and came back is added twice.
    pub fn add(&mut self, group: Party, member: Member) {
        let members = self.groups.entry(group).or_default();
        if let Err(place) = members.binary_search(&member) {
            members.insert(place, member);
        }
    }

    /// The groups that are known.
    pub fn groups(&self) -> impl Iterator<Item = &Party> {
        self.groups.keys()
    }

    /// The members of a group through all of `period`, sorted by code; none for a group that is not known.
    #[must_use]
    pub fn members(&self, group: &Party, period: &Period) -> Vec<Party> {
        let all = self.groups.get(group).map_or(&[][..], Vec::as_slice);
        let mut members: Vec<_> = all.iter().filter(|m| m.through(period)).map(|m| m.party).collect();
        members.dedup();
        members
    }

    /// Whether a country was in a group through all of `period`; every country is in `WORLD`.
    #[must_use]
    pub fn holds(&self, group: &Party, country: &Party, period: &Period) -> bool {
        if *group == Party::WORLD {
            return country.is_country();
        }
        self.groups.get(group).is_some_and(|all| all.iter().any(|m| m.party == *country && m.through(period)))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn membership_is_dated() {
        let party = |code: &str| code.parse::<Party>().unwrap();
        let period = |text: &str| text.parse::<Period>().unwrap();
        let mut groups = Membership::none();
        let until = NaiveDate::from_ymd_opt(2020, 1, 31);
        groups.add(party("EU"), Member { party: party("GBR"), from: NaiveDate::from_ymd_opt(1973, 1, 1), until });
        assert!(groups.holds(&party("EU"), &party("GBR"), &period("2019")));
        assert!(!groups.holds(&party("EU"), &party("GBR"), &period("2020")));
        assert!(groups.holds(&party("EU"), &party("GBR"), &period("2020-01")));
        assert!(groups.members(&party("EU"), &period("1970")).is_empty());
        assert!(groups.holds(&Party::WORLD, &party("GBR"), &period("1970")));
        assert!(!groups.holds(&party("CIS"), &party("KAZ"), &period("2020")));
    }
}
