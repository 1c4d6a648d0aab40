//! The noun that a number counts.
//!
//! | text | noun |
//! | --- | --- |
//! | *3,400 full-time employees* | employee |
//! | *12 new planes* | plane |
//! | *two people* | person |
//! | *a three-bedroom flat* | bedroom |
//! | *300 of them* | none |

use super::singular::{is_plural, singular};
use crate::extract::view::View;
use crate::lexicon::words::{is_article, is_possessive};
use crate::mention::{Form, QuantityMention};
use crate::model::Decimal;
use crate::token::{OneOf, Shape, Token};

/// How many words may stand between a number and its noun.
const REACH: usize = 6;

/// Words that end the phrase of a number.
const ENDS: OneOf = one_of!(
    "of", "to", "from", "in", "on", "by", "with", "for", "at", "and", "or", "but", "is", "was", "were", "are", "be",
    "been", "has", "have", "had", "that", "which", "who", "whom", "will", "would", "could", "should", "can", "may",
    "as", "than", "more", "less", "fewer", "out", "up", "down", "off", "over", "under", "after", "before", "since",
    "until", "while", "when", "where", "through", "across", "into", "against", "between", "among", "during", "per",
    "each", "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "it", "they", "he", "she",
    "so", "if", "not", "also", "apiece", "every", "short", "shy", "else", "within", "without", "beyond", "behind",
    "above", "below", "along", "despite", "because", "though",
);

/// What things do, behind their names.
const DOES: OneOf = one_of!(
    "makes", "gets", "goes", "weighs", "comes", "reaches", "produces", "develops", "sells", "takes", "delivers",
    "becomes", "remains", "says", "wants", "needs", "seems", "looks", "feels", "costs", "has",
);

/// Numbers in words, which begin a phrase of their own.
const NUMBERS: OneOf =
    one_of!("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

/// Words that a hyphen joins to a number and that it does not count: *a one-off charge*, *the two-way street*.
const UNCOUNTED: [&str; 13] =
    ["for", "of", "off", "on", "to", "way", "sided", "handed", "and", "or", "by", "something", "under"];

/// Nouns that end in *s* and stand before the noun that is counted: *12 sports cars*.
const BEFORE: [&str; 10] =
    ["sports", "sales", "goods", "systems", "news", "arms", "arts", "services", "communications", "operations"];

/// Nouns that are their own plural and stand before another as well: *11 crew members*.
const COLLECTIVE: OneOf = one_of!("crew", "staff", "police", "aircraft", "cattle", "fish", "media", "personnel");

/// *nine of its 11 sectors*, *200 of the workers*, *24 of 35 passes*: the noun of the whole, and the token after the
/// number itself.
pub fn among(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    let owned = is_possessive(view.norm(at + 1))
        || matches!(view.norm(at + 1), "the" | "these" | "those" | "all" | "some" | "about" | "nearly");
    let on = match (view.norm(at), view.norm(at + 1)) {
        ("of", _) => 1,
        ("out", "of") => 2,
        _ => return None,
    };
    let whole = |from: usize| view.figures().find(|q| q.tokens.start == from);
    let from = at + on + usize::from(on == 1 && owned);
    // *five of the last seven holes*
    let skipped = usize::from(matches!(view.norm(from), "last" | "first" | "past" | "top" | "other" | "remaining"));
    // *two of the company's 14 directors*
    let owner = |place: &usize| matches!(view.norm(*place), "s" | "'" | "’");
    let owned_by = (from..from + 6).filter(owner).find_map(|place| whole(place + 1));
    let of = whole(from).or_else(|| whole(from + skipped)).or(owned_by);
    if of.is_none() && !(on == 1 && owned) {
        return None;
    }
    let (singular, _) = noun(view, of.map_or(from, |q| q.unit_at))?;
    Some((singular, at))
}

/// *20-inch wheels, or 22s*: a size told again by its number alone; not *in their 20s*.
pub fn is_size_again(asked: &super::Asked<'_, '_>) -> bool {
    let super::Asked { view, written, lexicon, .. } = *asked;
    let (start, end) = (written.tokens.start, written.tokens.end);
    let plural = view.norm(end) == "s" && view.tokens[end].is_joined() && written.form == Form::Bare;
    let before = view.norm_before(start, 1);
    if !plural || is_possessive(before) || matches!(before, "the" | "'" | "early" | "late" | "mid") {
        return false;
    }
    let inches = |q: &QuantityMention| q.everyday.is_some_and(|index| lexicon.everyday[index].name == "inch");
    let near = |q: &QuantityMention| {
        let twice = |a: Decimal, b: Decimal| a.checked_mul(Decimal::from(2)).is_some_and(|a| a >= b);
        twice(written.stated.0, q.stated.0) && twice(q.stated.0, written.stated.0)
    };
    view.figures().any(|q| q.tokens.end <= start && inches(q) && near(q))
}

/// *a 14-incher*, *a 20-footer*: what something is told by the size of.
pub fn by_size(view: &View<'_>, at: usize) -> Option<&'static str> {
    let joined = view.norm(at) == "-" && view.tokens.get(at + 1).is_some_and(Token::is_joined);
    match view.norm(at + 1) {
        "incher" | "inchers" if joined => Some("inch"),
        "footer" | "footers" if joined => Some("foot"),
        "yarder" | "yarders" if joined => Some("yard"),
        "pounder" | "pounders" if joined => Some("pound"),
        _ => None,
    }
}

/// The noun counted by the number that ends before token `at`, in the singular, and the token after it.
pub fn noun(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    // `100+ countries`
    let at = at + usize::from(view.norm(at) == "+" && view.tokens[at].is_joined());
    // *three or more goals*, *10 or so guests*
    if view.norm(at) == "or" && matches!(view.norm(at + 1), "more" | "fewer" | "less" | "so") {
        return noun(view, at + 2);
    }
    // *two-bedroom*, *a 12-member panel*
    if view.norm(at) == "-" && view.range.contains(&(at + 1)) {
        let (mark, word) = (&view.tokens[at], &view.tokens[at + 1]);
        if mark.is_joined() && word.is_joined() && word.shape == Shape::Word {
            // *20-odd goals*, *10-plus years*
            if matches!(word.norm.as_ref(), "plus" | "odd") {
                return noun(view, at + 2);
            }
            return (!UNCOUNTED.contains(&word.norm.as_ref())).then(|| (singular(&word.norm), at + 2));
        }
    }
    // *27 three-pointers*
    if view.is_one_of(at, NUMBERS) && view.norm(at + 1) == "-" && matches!(view.norm(at + 2), "pointers" | "pointer") {
        return Some((format!("{}_pointer", view.norm(at)), at + 3));
    }
    let mut last = None;
    let mut name = None;
    let mut reach = at + REACH;
    for place in at..view.range.end {
        if place >= reach {
            break;
        }
        let token = &view.tokens[place];
        let joined = token.is_mark('-') && token.is_joined();
        if joined && place > at {
            continue;
        }
        // *15 A350s*: a model by its letter and number.
        let rest =
            |on: usize| view.tokens.get(place + on).filter(|t| view.range.contains(&(place + on)) && t.is_joined());
        if let (Some(number), Some(plural)) = (rest(1), rest(2))
            && (token.is_capitalised() && number.shape == Shape::Digits)
            && (plural.norm == "s" || is_plural(&plural.norm) && plural.shape == Shape::Word)
        {
            let letters = plural.norm.strip_suffix('s').unwrap_or_default();
            return Some((format!("{}{}{letters}", token.norm, number.norm), place + 3));
        }
        // *30 787s*, *12 Boeing 777s*
        if let Some(plural) = rest(1)
            && token.shape == Shape::Digits
            && plural.norm == "s"
            && (place == at || is_named(&view.tokens[place - 1]))
        {
            return Some((token.norm.to_string(), place + 2));
        }
        // *two 4K displays*
        let sharp = |t: &Token<'_>| matches!(t.text, "K" | "G") && t.is_joined();
        if token.shape == Shape::Digits && token.gap > crate::token::Gap::None && rest(1).is_some_and(sharp) {
            continue;
        }
        // *six Airbus A321 aircraft*, *12 Model 3 cars*
        if token.shape == Shape::Digits
            && place > at
            && (token.is_joined() || token.text.len() < 4 && is_named(&view.tokens[place - 1]))
        {
            continue;
        }
        // *97 RBIs*
        let initials = token.text.strip_suffix('s').filter(|t| t.len() > 1 && t.chars().all(char::is_uppercase));
        if let Some(initials) = initials {
            return Some((initials.to_lowercase(), place + 1));
        }
        // *55 U.S. plants*
        let stop = place > at && token.is_mark('.') && token.is_joined();
        if token.shape == Shape::Word && token.text.len() == 1 && rest(1).is_some_and(|t| t.is_mark('.'))
            || stop && view.norm_before(place, 1).len() == 1 && view.tokens[place - 1].is_capitalised()
        {
            reach += 1;
            continue;
        }
        let compound = place > at && token.is_joined() && view.norm_before(place, 1) == "-";
        // *14,700 factory and white-collar workers*
        if place > at
            && matches!(token.norm.as_ref(), "and" | "or")
            && let Some((found, end)) = described(view, place + 1)
        {
            return Some((found, end));
        }
        // *two more increases*, *three fewer jobs*
        if place == at && matches!(token.norm.as_ref(), "more" | "fewer" | "other") {
            continue;
        }
        // *six Airbus A321 aircraft*
        let model = token.is_capitalised() && rest(1).is_some_and(|t| t.shape == Shape::Digits);
        let ends = token.is_one_of(ENDS) && !compound && !model;
        // *anything below 50 signals contraction*
        let verb = place == at
            && (is_article(view.norm(place + 1))
                || matches!(view.norm(place + 1), "that" | "growth" | "contraction" | "expansion"))
            && matches!(token.norm.as_ref(), "signals" | "indicates" | "means" | "suggests" | "shows" | "denotes");
        // *children aged 5 to 11 took four months*; *12 four-star hotels*
        let number = place > at && token.is_one_of(NUMBERS) && !compound && view.norm(place + 1) != "-";
        // *the 718 Cayman reaches 180mph*: a name and what it does.
        let does = place > at && is_named(&view.tokens[place - 1]) && token.is_one_of(DOES);
        let verb = verb
            || number
            || does
            || place == at && matches!(token.norm.as_ref(), "indicates" | "denotes" | "suggests" | "takes");
        if token.shape != Shape::Word || ends || verb || token.norm == "s" {
            break;
        }
        // *30 start-ups*
        if compound && place > at + 1 && matches!(token.norm.as_ref(), "ups" | "ins" | "ons" | "offs" | "outs") {
            let short = &token.norm[..token.norm.len() - 1];
            return Some((format!("{}-{short}", view.norm_before(place, 2)), place + 1));
        }
        if is_plural(&token.norm) {
            let next = view.norm(place + 1);
            if (BEFORE.contains(&token.norm.as_ref()) || token.is_one_of(COLLECTIVE)) && is_plural(next) {
                continue;
            }
            let found = (singular(&token.norm), place + 1);
            // *four Texas cities*, *40 AIDS patients*, *two McDonnell Douglas jets*: a name that ends in *s*.
            let more = view.tokens.get(place + 1).filter(|_| view.range.contains(&(place + 1)));
            let goes_on = more
                .is_some_and(|t| t.shape == Shape::Word && (is_plural(&t.norm) || t.is_capitalised() && place > at));
            if token.is_capitalised() && goes_on && name.is_none() {
                name = Some(found);
                continue;
            }
            return Some(found);
        }
        last = Some(place);
    }
    if name.is_some() {
        return name;
    }
    // *at least one part-time job*
    let one = view.norm_before(at, 1) == "one" && matches!(view.norm_before(at, 2), "least" | "than" | "only" | "just");
    if let Some(last) = last.filter(|last| one && *last > at && !view.norm(*last).ends_with("ed")) {
        return Some((singular(view.norm(last)), last + 1));
    }
    if view.norm_before(at, 1) == "one"
        && let Some(noun_at) = described_one(view, at)
    {
        return Some((singular(view.norm(noun_at)), noun_at + 1));
    }
    // *one company*, *a single 2 star*: a singular noun only right behind its number.
    let last = last.filter(|last| *last == at && view.norm_before(at, 1) == "one" && !is_verb(view.norm(at)))?;
    Some((singular(view.norm(last)), last + 1))
}

/// *one Ukrainian battalion*, *one small camera*: the noun behind a describing word that is no verb, where the phrase ends.
pub fn described_one(view: &View<'_>, at: usize) -> Option<usize> {
    const SORTS: OneOf = one_of!(
        "new",
        "small",
        "large",
        "big",
        "young",
        "old",
        "extra",
        "main",
        "former",
        "senior",
        "female",
        "male",
        "major",
        "minor",
        "full",
        "spare",
        "trained",
        "armed",
        "armoured",
        "armored",
        "public",
        "private",
        "local",
        "foreign",
        "medical",
        "military",
        "naval",
        "electric",
        "nuclear",
        "elderly",
        "unnamed",
        "unidentified",
        "surviving",
        "short",
        "long",
        "empty",
        "rare",
        "giant",
        "tiny",
        "red",
        "white",
        "black",
        "blue",
        "green",
        "yellow",
        "additional",
        "remaining",
        "working",
        "injured",
        "missing",
        "wounded",
        "pregnant",
        "civilian",
        "federal",
        "regional",
        "research",
        "police",
        "army",
        "family",
        "hospital",
        "school",
        "university",
        "government",
    );
    let noun_at = at + 1;
    let token = view.tokens.get(noun_at).filter(|_| view.range.contains(&noun_at))?;
    let people =
        || view.mentions.iter().any(|m| m.tokens == (at..noun_at) && matches!(m.what, crate::mention::What::Party(..)));
    let sort = || view.is_one_of(at, SORTS) || view.tokens[at].norm.ends_with(['n', 'h', 'e', 'i', 'k']) && people();
    let noun = token.shape == Shape::Word && !token.is_capitalised() && !token.is_one_of(ENDS) && token.norm.len() > 2;
    (noun && sort() && ends_phrase(view, noun_at + 1)).then_some(noun_at)
}

/// *white-collar workers*: the plural noun that a second describing word stands before.
fn described(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    let plain = |place: &usize| {
        let token = &view.tokens[*place];
        let hyphen = token.is_mark('-') && token.is_joined();
        (token.shape == Shape::Word || hyphen) && !token.is_one_of(ENDS) && !token.is_one_of(NUMBERS)
    };
    let last = (at..(at + 4).min(view.range.end)).take_while(plain).find(|place| is_plural(view.norm(*place)))?;
    (last > at).then(|| (singular(view.norm(last)), last + 1))
}

/// Whether the phrase of a number ends before token `at`.
pub fn ends_phrase(view: &View<'_>, at: usize) -> bool {
    !view.range.contains(&at) || view.tokens[at].shape != Shape::Word || view.is_one_of(at, ENDS)
}

/// *one said*, *one must*: what someone does, not what is counted.
fn is_verb(word: &str) -> bool {
    // *one managed*, not *one bed*
    let past = word.len() > 5 && word.ends_with("ed") && !word.ends_with("eed") && !word.ends_with("bed");
    past || matches!(
        word,
        "said"
            | "says"
            | "must"
            | "did"
            | "does"
            | "do"
            | "might"
            | "came"
            | "went"
            | "got"
            | "took"
            | "takes"
            | "made"
            | "makes"
    )
}

/// Whether a word is written as a name is: *Model*, *iPhone*.
pub fn is_named(token: &Token<'_>) -> bool {
    token.shape == Shape::Word && token.text.chars().any(char::is_uppercase)
}
