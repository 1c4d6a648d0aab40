//! Codes and units of publishers in those of the crate.

use crate::lexicon::Lexicon;
use crate::model::{Decimal, Party, Unit};

/// Numbers and letters that publishers use beside the standards: UN Comtrade's own numbers (with territories, or a customs
/// area), Eurostat's letters, and the names of totals.
const OWN: [(&str, &str); 26] = [
    ("0", "WORLD"),
    ("000", "WORLD"),
    ("W00", "WORLD"),
    ("WLD", "WORLD"),
    ("W1", "WORLD"),
    ("WORLD", "WORLD"),
    ("World", "WORLD"),
    ("TOTAL", "WORLD"),
    ("_T", "WORLD"),
    ("_Z", "WORLD"),
    ("EXT_EU27_2020", "EXTRA_EU"),
    ("251", "FRA"),
    ("381", "ITA"),
    ("579", "NOR"),
    ("699", "IND"),
    ("757", "CHE"),
    ("842", "USA"),
    ("490", "TWN"),
    ("S19", "TWN"),
    ("EL", "GRC"),
    ("UK", "GBR"),
    ("EU27_2020", "EU"),
    ("EU28", "EU"),
    ("EU27", "EU"),
    ("OWID_WRL", "WORLD"),
    ("Turkey", "TUR"),
];

/// A country, group or the world by a publisher's code or English name.
pub(super) fn party(code: &str, lexicon: &Lexicon) -> Option<Party> {
    let code = code.trim();
    if code.is_empty() {
        return None;
    }
    if let Some((_, party)) = OWN.iter().find(|(own, _)| *own == code) {
        return party.parse().ok();
    }
    if let Some(party) = lexicon.by_code(code) {
        return Some(party);
    }
    let known = code.parse::<Party>().ok().filter(|party| lexicon.name(*party) != party.to_string());
    known.or_else(|| lexicon.by_name(code))
}

/// A unit as tables write it, with how many base units one is: `million USD`, `USD million`, `bcm`, `thousand t`, `TWh`.
pub(super) fn unit(text: &str) -> Option<(Unit, Decimal)> {
    let mut power = 0;
    let mut rest = Vec::new();
    for word in text.split_whitespace() {
        match word.to_ascii_lowercase().trim_end_matches('.') {
            "thousand" | "thousands" | "ths" => power += 3,
            "million" | "millions" | "mln" | "mio" | "mn" => power += 6,
            "billion" | "billions" | "bln" | "bn" => power += 9,
            "trillion" => power += 12,
            "us" | "of" => {}
            _ => rest.push(word),
        }
    }
    let name = rest.join(" ");
    let (unit, own) = match name.as_str() {
        "$" | "dollars" | "dollar" | "US$" => ("USD", 0),
        "EUR" | "EURO" | "euro" => ("EUR", 0),
        "bcm" | "BCM" => ("m3", 9),
        "mcm" | "MCM" | "MIO_M3" => ("m3", 6),
        "cubic metres" | "cubic meters" | "m³" | "M3" => ("m3", 0),
        "tonnes" | "tons" | "T" => ("t", 0),
        "kt" | "KT" | "KTONS" | "THS_T" => ("t", 3),
        "Mt" | "MT" => ("t", 6),
        "MIO_T" => ("t", 6),
        "kg" | "KG" => ("t", -3),
        "KBBL" => ("bbl", 3),
        "KBD" => ("bbl/day", 3),
        "TJ" | "TJ_GCV" | "TJ_NCV" => ("J", 12),
        "PJ" => ("J", 15),
        "GJ" => ("J", 9),
        "MWh" | "MWH" => ("kWh", 3),
        "GWh" | "GWH" => ("kWh", 6),
        "TWh" | "TWH" => ("kWh", 9),
        "ktoe" | "KTOE" => ("toe", 3),
        "Mtoe" => ("toe", 6),
        other => (other, 0),
    };
    Some((unit.parse().ok()?, Decimal::power_of_ten(power + own)?))
}

/// Goods by the codes of energy statistics (SIEC as Eurostat has it, JODI's words).
pub(super) fn energy(code: &str) -> Option<&'static str> {
    Some(match code {
        "G3000" | "NATGAS" => "natural_gas",
        "G3200" | "LNG" => "lng",
        "O4000" | "O4100_TOT" | "O4100" | "CRUDEOIL" => "crude_oil",
        "O4600" | "TOTPRODS" => "oil_products",
        "C0000X0350-0370" | "C0100" => "coal",
        "E7000" => "electricity",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{party, unit};
    use crate::lexicon::Lexicon;

    #[test]
    fn parties_by_any_code() {
        let lexicon = Lexicon::embedded();
        for (code, wanted) in [
            ("CHN", "CHN"),
            ("CN", "CHN"),
            ("156", "CHN"),
            ("China", "CHN"),
            ("004", "AFG"),
            ("4", "AFG"),
            ("842", "USA"),
            ("EL", "GRC"),
            ("W00", "WORLD"),
            ("0", "WORLD"),
            ("EU27_2020", "EU"),
            ("turkmenistan", "TKM"),
        ] {
            assert_eq!(party(code, &lexicon).map(|p| p.to_string()).as_deref(), Some(wanted), "{code}");
        }
        for code in ["", "ZZZ", "99999", "Atlantis"] {
            assert_eq!(party(code, &lexicon), None, "{code}");
        }
    }

    #[test]
    fn units_with_their_multiples() {
        for (text, wanted, factor) in [
            ("USD", "USD", "1"),
            ("million USD", "USD", "1000000"),
            ("USD million", "USD", "1000000"),
            ("bcm", "m3", "1000000000"),
            ("thousand t", "t", "1000"),
            ("kg", "t", "0.001"),
            ("TJ_GCV", "J", "1000000000000"),
            ("KBD", "bbl/day", "1000"),
        ] {
            let (found, by) = unit(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.to_string(), by.to_string()), (wanted.into(), factor.into()), "{text}");
        }
        assert!(unit("apples").is_none() && unit("").is_none());
    }
}
