//! Letters that print sets as one sign, as pages of print are stored: `reﬁned`, often with a blank behind the sign: `ﬁ rst`.

/// The letters of a sign for several.
fn letters(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Whether a sign for several letters is in a word.
pub fn is_in(word: &str) -> bool {
    word.chars().any(|c| letters(c).is_some())
}

/// A word with its signs taken apart, and without the blanks behind them.
pub fn taken_apart(word: &str) -> String {
    let mut apart = String::with_capacity(word.len());
    for c in word.chars() {
        match letters(c) {
            Some(letters) => apart.push_str(letters),
            None if c == ' ' => {}
            None => apart.push(c),
        }
    }
    apart
}

/// Whether a word that ends in such a sign goes on behind the blank before `rest`: *ﬁ rst*, *signiﬁ cantly*, *diﬀ erent*; not
/// *oﬀ the coast*.
pub fn goes_on(word: &str, rest: &str) -> bool {
    const BEFORE_FF: [&str; 7] = ["e", "a", "di", "co", "su", "ine", "una"];
    const BEHIND_FF: [&str; 8] = ["s", "er", "ers", "ered", "ering", "ice", "set", "shore"];
    let Some(next) = rest.strip_prefix(' ').filter(|next| next.starts_with(|c: char| c.is_ascii_lowercase())) else {
        return false;
    };
    let Some(sign) = word.chars().next_back().filter(|sign| letters(*sign).is_some()) else { return false };
    let end = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
    // A word may well end in *ff*, none in the others.
    let stem = word.trim_end_matches(sign);
    sign != 'ﬀ' || BEHIND_FF.contains(&&next[..end]) || BEFORE_FF.iter().any(|before| stem.eq_ignore_ascii_case(before))
}

#[cfg(test)]
mod tests {
    use super::super::{Folded, Vocabulary, tokenize};

    #[test]
    fn a_word_is_read_with_its_signs_taken_apart() {
        let text = "ﬁ rst reﬁned ﬂ ows signiﬁ cantly oﬀ the coast, coﬀ ee oﬀ ers tariﬀ s Paciﬁc, ﬁ ve";
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, &Vocabulary::default());
        let norms: Vec<&str> = tokens.iter().map(|t| t.norm.as_ref()).collect();
        let wanted = "first refined flows significantly off the coast , coffee offers tariffs pacific , five";
        assert_eq!(norms.join(" "), wanted);
        assert_eq!(tokens[0].text, "ﬁ rst");
        assert_eq!(tokens[3].span.of(text), Some("signiﬁ cantly"));
    }
}
