//! Who trades: a country or a group of countries.
//!
//! | text | party |
//! | --- | --- |
//! | *China, Chinese, Beijing* | `CHN` |
//! | *the five Central Asian nations* | `CENTRAL_ASIA` |

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, ErrorKind};

/// A country (ISO 3166-1 alpha-3, past ones as in ISO 3166-3) or a group. SDMX: REF_AREA, COUNTERPART_AREA.
///
/// ```
/// use bilateral::Party;
/// let party: Party = "TKM".parse().unwrap();
/// assert!(party.is_country());
/// assert!(!"CIS".parse::<Party>().unwrap().is_country());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Party {
    code: [u8; 23],
    len: u8,
}

impl Party {
    /// All countries together, or no partner in particular.
    pub const WORLD: Party = Party { code: *b"WORLD\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", len: 5 };

    /// The exporters of oil together, who sell what none of them alone sells.
    pub(crate) const OPEC: Party = Party { code: *b"OPEC\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", len: 4 };

    /// The code: three letters for a country, a name such as `CENTRAL_ASIA` for a group.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.code[..usize::from(self.len)]).unwrap_or("?")
    }

    /// Whether it is a single country: three groups have a code of three letters too.
    #[must_use]
    pub fn is_country(&self) -> bool {
        let [a, b, c, ..] = self.code;
        self.len == 3 && !matches!(&[a, b, c], b"CIS" | b"GCC" | b"SCO")
    }
}

impl FromStr for Party {
    type Err = Error;

    /// Two to 23 capital letters, digits and underscores.
    fn from_str(text: &str) -> Result<Self, Error> {
        let well_formed = (2..=23).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
        if !well_formed {
            return Err(Error::new(
                ErrorKind::Value,
                format!("wanted a country or group such as CHN or CENTRAL_ASIA, found {text:?}"),
            ));
        }
        let mut code = [0; 23];
        code[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Party { code, len: text.len() as u8 })
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::from_text(deserializer)
    }
}
