//! Names of goods as they stand in the text: lists, adjectives before them, nouns behind them, words that no table has.
//!
//! | text | goods |
//! | --- | --- |
//! | *oil and gas* | oil_and_gas |
//! | *the Russian oil* | crude_oil |
//! | *unwrought germanium* before a verb | unwrought_germanium |

use super::fuel::is_kind_of_crude;
use super::view::View;
use crate::lexicon::words::{are_states, ends_phrase, is_article, is_merchandise};
use crate::lexicon::{Class, Marks};
use crate::mention::What;
use crate::model::{Commodity, Span};
use crate::token::{OneOf, Shape, Token};

/// *tonnes of **number two** yellow corn*, ***No. 1** rubber*: the token behind a grade that a number tells.
pub fn grade_at(view: &View<'_>, at: usize) -> Option<usize> {
    let number = match view.norm(at) {
        "number" => at + 1,
        "no" => at + 1 + usize::from(view.norm(at + 1) == "."),
        _ => return None,
    };
    let told = view.tokens.get(number).is_some_and(|t| t.shape == Shape::Digits)
        || matches!(view.norm(number), "one" | "two" | "three" | "four");
    told.then_some(number + 1)
}

/// A single name, or the text's own words where several are joined.
pub fn named(view: &View<'_>, tokens: std::ops::Range<usize>) -> Option<(Commodity, Span)> {
    let goods: Vec<_> = view
        .mentions
        .iter()
        .filter(|m| tokens.contains(&m.tokens.start))
        .filter_map(|m| match &m.what {
            What::Commodity(commodity) => Some((commodity, m)),
            _ => None,
        })
        .collect();
    let (first, last) = (goods.first()?, goods.last()?);
    // *coconut products*
    let end = last.1.tokens.end + usize::from(view.norm(last.1.tokens.end) == "products");
    let span = first.1.span.join(view.tokens[end - 1].span);
    // *garments, footwear and travel goods*
    if matches!(view.norm(end), "and" | "&") {
        let whole = with_tail(view, first.1.tokens.start..end);
        if whole.end > end && is_class(view.norm_before(whole.end, 1)) {
            let span = first.1.span.join(view.tokens[whole.end - 1].span);
            return Some((own_words(view, whole)?, span));
        }
    }
    if goods.len() == 1 && end == last.1.tokens.end {
        return Some((first.0.clone(), span));
    }
    Some((own_words(view, first.1.tokens.start..end)?, span))
}

/// Nouns for goods of a class, that a word before them tells of.
pub fn is_class(word: &str) -> bool {
    matches!(
        word,
        "goods"
            | "products"
            | "equipment"
            | "items"
            | "materials"
            | "parts"
            | "articles"
            | "thereof"
            | "accessories"
            | "components"
            | "machinery"
            | "apparatus"
            | "appliances"
            | "instruments"
            | "preparations"
            | "lubricants"
    )
}

/// *petroleum crude & products imports*, *Nonpetroleum and non-gems & jewellery exports*: several names joined before a noun at
/// token `end`, of which one is in no table or names what is left out.
pub fn joined_before(view: &View<'_>, end: usize) -> Option<std::ops::Range<usize>> {
    let known = |at: usize| view.mentions.iter().find(|m| m.tokens.contains(&at));
    let goods = |at: usize| known(at).is_some_and(|m| matches!(m.what, What::Commodity(_)));
    let joins = |at: usize| matches!(view.norm(at), "and" | "&" | ",");
    // Each item has five words at the most.
    if !(end.saturating_sub(6)..end).any(joins) {
        return None;
    }
    let small = end.checked_sub(1).is_some_and(|last| view.tokens[last].text.starts_with(char::is_lowercase));
    // *non-*, *nonpetroleum*
    let leaves_out = |at: usize| {
        let word = view.norm(at);
        word == "non" && view.norm(at + 1) == "-" || word.len() > 6 && word.starts_with("non") && known(at).is_none()
    };
    let word = |at: usize| {
        let token = &view.tokens[at];
        let hyphen = token.is_mark('-') && token.is_joined();
        let bound = at > 0 && view.tokens[at - 1].is_mark('-') && token.is_joined();
        // *the Ministry of Oil and Gas, average oil production*: goods in a name are none of a list in small letters.
        let in_name = token.is_capitalised() && at > view.range.start && small;
        hyphen
            || goods(at) && !in_name
            || token.shape == Shape::Word
                && (known(at).is_none() || bound)
                && (token.text.starts_with(char::is_lowercase) || at == view.range.start || leaves_out(at))
                && !token.is_one_of(STOPS)
                && !token.is_one_of(NO_GOODS)
                && !(is_article(token.norm.as_ref()) || matches!(token.norm.as_ref(), "its" | "their" | "s"))
                && !view.verb_at(at)
    };
    let (mut start, mut left_out, mut items, mut joined) = (end, false, 0, false);
    let mut at = end;
    while at > view.range.start {
        // One item, from its last word to its first.
        let last = at;
        let first = (view.range.start..last).rev().take(5).take_while(|at| word(*at) && !joins(*at)).last()?;
        let none = (first..last).find(|at| leaves_out(*at));
        // *a seven percent rise in non-oil*: what is left out begins there.
        let first = none.filter(|none| items > 0 || *none > first).unwrap_or(first);
        let named = none.is_some() || (first..last).any(goods) || is_class(view.norm_before(last, 1));
        let tight = view.norm(last) == "&" || first > 0 && view.norm_before(first, 1) == "&";
        if !named && !tight {
            break;
        }
        (start, left_out, items) = (first, left_out || none.is_some(), items + 1);
        let Some(mark) = first.checked_sub(1).filter(|at| view.range.contains(at) && joins(*at)) else { break };
        joined |= matches!(view.norm(mark), "and" | "&");
        at = mark - usize::from(view.norm_before(mark, 1) == ",");
    }
    let all_known = || (start..end).all(|at| goods(at) || joins(at));
    let any = (start..end).any(goods) || left_out;
    (items > 1 && any && (joined || left_out) && !all_known()).then_some(start..end)
}

/// The words of the text in the form of a record name.
pub fn own_words(view: &View<'_>, tokens: std::ops::Range<usize>) -> Option<Commodity> {
    // *the purchase of an oil platform*
    let article = usize::from(tokens.len() > 1 && is_article(view.norm(tokens.start)));
    let mut words: Vec<&str> = view.tokens[tokens]
        .iter()
        .skip(article)
        .filter(|t| !matches!(t.shape, Shape::Mark(_)))
        .map(|t| t.norm.as_ref())
        .collect();
    // *crude and condensate*, *condensate and crude*: the oil goes without saying.
    if let Some(at) = words.iter().position(|word| *word == "crude") {
        let joined = words.get(at + 1).is_some_and(|next| *next == "and")
            || at > 0 && words[at - 1] == "and" && at + 1 == words.len();
        if joined {
            words.insert(at + 1, "oil");
        }
    }
    if is_kind_of_crude(&words) {
        return Some(Commodity::new("crude_oil"));
    }
    (!words.is_empty()).then(|| Commodity::new(words.join("_")))
}

/// The stretch of goods that begins at token `at`: names joined by commas and *and*, with adjectives between.
pub fn goods_at(view: &View<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    if !view.marks.meets(Marks::GOODS) {
        return None;
    }
    let mut at = at;
    // An article or a party's adjective may lead: *of the Russian oil*.
    for _ in 0..4 {
        let known = view.mentions.iter().find(|m| m.tokens.start == at);
        // *raw wool* is a name of its own.
        if known.is_some_and(|m| matches!(m.what, What::Commodity(_))) {
            break;
        }
        let skip = known.filter(|m| matches!(m.what, What::Party(..)));
        at = match skip {
            // *of Italy's gas*
            Some(mention) if view.norm(mention.tokens.end) == "'" && view.norm(mention.tokens.end + 1) == "s" => {
                mention.tokens.end + 2
            }
            Some(mention) => mention.tokens.end,
            None if matches!(
                view.norm(at),
                "the"
                    | "its"
                    | "their"
                    | "own"
                    | "raw"
                    | "ready"
                    | "used"
                    | "imported"
                    | "domestic"
                    | "foreign"
                    | "local"
                    | "all"
            ) =>
            {
                at + 1
            }
            None => break,
        };
    }
    let start = at;
    let mut end = at;
    let mut goods = 0;
    while view.range.contains(&at) {
        if let Some(mention) = view.mentions.iter().find(|m| m.tokens.start == at) {
            match mention.what {
                // *palm oil and palm oil-based products*
                What::Commodity(_)
                    if goods > 0
                        && view.norm(mention.tokens.end) == "-"
                        && matches!(view.norm(mention.tokens.end + 1), "based" | "related" | "derived") =>
                {
                    break;
                }
                What::Commodity(_) => {
                    goods += 1;
                    at = mention.tokens.end;
                    end = at;
                    continue;
                }
                _ => break,
            }
        }
        match view.norm(at) {
            // *coal, lignite included*
            "," if view.mentions.iter().any(|m| m.tokens.start == at + 1 && view.norm(m.tokens.end) == "included") => {
                break;
            }
            "," | "and" | "or" | "other" if goods > 0 => at += 1,
            // *cars, computers, ambulances and motorcycles*: an entry that no table has, between others.
            _ if goods > 0 && at > end => match entry_of_list(view, at) {
                Some(next) => at = next,
                None => break,
            },
            _ => break,
        }
    }
    (goods > 0).then_some(start..end)
}

/// The token behind an entry of a list of goods that no table has, where goods that one has follow: *cars, **ambulances** and trucks*.
fn entry_of_list(view: &View<'_>, at: usize) -> Option<usize> {
    let plain = |at: &usize| {
        let token = &view.tokens[*at];
        token.shape == Shape::Word
            && token.text.starts_with(char::is_lowercase)
            && !token.is_one_of(STOPS)
            && !token.is_one_of(NO_GOODS)
            && !view.mentions.iter().any(|m| m.tokens.contains(at))
    };
    let end = at + (at..view.range.end).take(3).take_while(plain).count();
    let plural = end > at && view.norm_before(end, 1).ends_with('s') && !view.verb_at(at);
    let mark = usize::from(view.norm(end) == ",");
    let next = end + mark + usize::from(matches!(view.norm(end + mark), "and" | "&"));
    let goods = view.goods_at(next).is_some();
    (plural && next > end && goods).then_some(end)
}

/// Words that end the name of goods.
const STOPS: OneOf = one_of!(
    "to", "from", "by", "in", "for", "with", "on", "at", "via", "through", "which", "that", "was", "were", "is", "are",
    "of", "over", "between", "into", "made", "amounted", "reached", "also", "came", "stood", "has", "have", "had",
    "will", "worth", "valued", "last", "this", "during", "as", "than",
);

/// Words for what is no goods: *exports of domestic origin*, *production of the sector*.
const NO_GOODS: OneOf = one_of!(
    "country",
    "countries",
    "partners",
    "members",
    "member",
    "origin",
    "kind",
    "type",
    "period",
    "economy",
    "region",
    "sector",
    "industry",
    "company",
    "companies",
    "value",
    "volume",
    "own",
    "other",
    "capital",
    "and",
    "or",
    "not",
    "only",
    "less",
    "up",
    "down",
);

/// Goods in the text's own words from token `at`: *electronic toys*, up to a preposition, verb or mark.
pub fn unknown_goods_at(view: &View<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let mut end = at;
    while view.range.contains(&end) && end < at + 8 {
        let token = &view.tokens[end];
        // *high-value agricultural products*
        let next = view.tokens.get(end + 1);
        let hyphen = token.is_mark('-')
            && token.is_joined()
            && end > at
            && next.is_some_and(|t| t.is_joined() && t.shape == Shape::Word);
        let lower = token.shape == Shape::Word && token.text.starts_with(char::is_lowercase) || hyphen;
        let plain = !view.mentions.iter().any(|m| m.tokens.contains(&end) && !matches!(m.what, What::Commodity(_)));
        let plain = plain || end > at && token.is_joined() && view.tokens[end - 1].is_mark('-');
        // *traditional Tibetan medicine*
        let of_people = end > at
            && next.is_some_and(|t| t.shape == Shape::Word && t.text.starts_with(char::is_lowercase))
            && !view.is_one_of(end + 1, STOPS)
            && !view.verb_at(end + 1)
            && view.mentions.iter().any(|m| {
                m.tokens == (end..end + 1) && matches!(m.what, What::Party(_, crate::lexicon::NameForm::Adjective))
            });
        // *imports of IT components*
        let letters = (2..=4).contains(&token.text.len())
            && token.text.bytes().all(|b| b.is_ascii_uppercase())
            && next.is_some_and(|t| t.shape == Shape::Word && t.text.starts_with(char::is_lowercase))
            && !view.verb_at(end + 1)
            && !view.is_one_of(end + 1, STOPS);
        let (lower, plain) = (lower || of_people || letters, plain || of_people || letters && token.norm == "it");
        // *561,000 t of black gram and 132,000 t of pigeon pea*
        let figure = token.norm == "and" && next.is_some_and(|t| t.shape == Shape::Digits);
        // *hand-made items*
        let bound = end > at && token.is_joined() && view.tokens[end - 1].is_mark('-');
        if !lower || !plain || figure || !bound && token.is_one_of(STOPS) {
            break;
        }
        end += 1;
    }
    // *output of traditional Mongolian medicine*: the name goes on.
    let name = view.range.contains(&end)
        && view.tokens[end].is_capitalised()
        && end == at + 1
        && view.tokens.get(end + 1).is_some_and(|t| t.text.starts_with(char::is_lowercase))
        && !view.mentions.iter().any(|m| m.tokens.contains(&end));
    if name {
        return None;
    }
    // *imports of tallow and exports of lard*
    if end > at && view.norm_before(end, 1) == "and" && view.heads.iter().any(|h| h.at == end && h.class == Class::Noun)
    {
        end -= 1;
    }
    let words = &view.tokens[at..end];
    let general = words.len() == 1
        && (is_merchandise(words[0].norm.as_ref())
            || matches!(words[0].norm.as_ref(), "it" | "the" | "services" | "all" | "various" | "these"))
        || words
            .last()
            .is_some_and(|t| are_states(t.norm.as_ref()) || matches!(t.norm.as_ref(), "partners" | "companies"));
    let vague = words.first().is_none_or(|t| {
        matches!(
            t.norm.as_ref(),
            "the"
                | "its"
                | "their"
                | "this"
                | "these"
                | "all"
                | "our"
                | "more"
                | "both"
                | "goods"
                | "products"
                | "new"
                | "old"
                | "spot"
                | "net"
                | "such"
                | "other"
        )
    });
    // *exports of only $5 million* names none, *exports of distillate 1.2 million bpd* does.
    let figure = words.last().is_some_and(|t| {
        matches!(
            t.norm.as_ref(),
            "only" | "just" | "merely" | "barely" | "over" | "under" | "some" | "nearly" | "almost"
        )
    }) || view.quantities.iter().any(|q| {
        let hedge = view.quantity(*q).and_then(|q| q.hedge);
        hedge.is_some_and(|h| words.last().is_some_and(|t| t.span.end > h.start && t.span.start < h.end))
    });
    // *exports of unwrought germanium were*: a noun without a plural, up to a verb, mark or preposition.
    let joins = |t: &Token<'_>| matches!(t.norm.as_ref(), "and" | "or");
    let count = words.iter().filter(|t| !t.is_joined()).count();
    // *inedible tallow and grease*
    let few = count <= 3 || count <= 5 && words.iter().filter(|t| joins(t)).count() == 1;
    let mass = few
        && (view.is_one_of(end, STOPS)
            || ends_phrase(view.norm(end))
            || matches!(view.norm(end), "(" | "and")
            || view.verb_at(end))
        && !words.iter().any(|t| !joins(t) && t.is_one_of(NO_GOODS));
    let noun = words.last().is_some_and(|t| !joins(t) && (t.norm.ends_with('s') || words.len() == 1 || mass));
    (!words.is_empty() && !general && !vague && !figure && noun).then_some(at..end)
}

/// *of free market barley*, *of Scotch whisky*: the token behind up to three words of no meaning here, which describe the goods.
pub fn plain_adjectives(view: &View<'_>, at: usize) -> Option<usize> {
    let described = |at: &usize| {
        let token = &view.tokens[*at];
        let lower = token.shape == Shape::Word || token.is_mark('-');
        let known = view.mentions.iter().any(|m| m.tokens.contains(at));
        lower
            && !known
            && token.norm != "non"
            && !token.is_one_of(STOPS)
            && !matches!(token.norm.as_ref(), "and" | "or" | "the")
    };
    // *canned and processed seafood*, *fresh and frozen beef*
    let both = |at: &usize| {
        let word = view.norm_before(*at, 1);
        view.norm(*at) == "and"
            && (word.ends_with("ed") || word.ends_with("en") || matches!(word, "fresh" | "raw" | "live"))
    };
    let count = (at..view.range.end).take(4).take_while(|next| described(next) || *next > at && both(next)).count();
    (1..=3).contains(&count).then_some(at + count)
}

/// *meat and live animals*, *machinery and transport equipment*: the name of goods with one or two words behind *and* that no
/// table has, up to a mark, a verb or a preposition.
pub fn with_tail(view: &View<'_>, goods: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let plain = |at: &usize| {
        let Some(token) = view.tokens.get(*at) else { return false };
        token.shape == Shape::Word
            && token.text.starts_with(char::is_lowercase)
            && !token.is_one_of(STOPS)
            && !token.is_one_of(NO_GOODS)
            && !view.mentions.iter().any(|m| m.tokens.contains(at) && !matches!(m.what, What::Commodity(_)))
    };
    if !matches!(view.norm(goods.end), "and" | "&") {
        // *textile fibres*
        let noun = plain(&goods.end) && view.norm(goods.end).ends_with('s') && !view.verb_at(goods.end);
        return goods.start..goods.end + usize::from(noun);
    }
    let start = goods.end + 1;
    let tail = |at: &usize| plain(at) && (*at == start || !view.verb_at(*at));
    let end = start + (start..view.range.end).take(3).take_while(tail).count();
    if (1..=2).contains(&(end - start)) { goods.start..end } else { goods }
}

/// The goods that stretch from the start of `tokens` to its end, in the text's own words where a part is in no table.
pub fn named_with_tail(view: &View<'_>, tokens: std::ops::Range<usize>) -> Option<(Commodity, Span)> {
    let whole = with_tail(view, tokens.clone());
    if whole == tokens {
        return named(view, tokens);
    }
    let span = view.tokens[whole.start].span.join(view.tokens[whole.end - 1].span);
    Some((own_words(view, whole)?, span))
}

/// *palm, coconut and palm kernel oils*: a list whose names share the noun of the last.
pub fn with_shared_noun(view: &View<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    const NOUNS: OneOf = one_of!("oils", "meals", "seeds", "nuts", "ores");
    let joins = |at: usize| matches!(view.norm(at), "," | "and" | "or");
    let word = |at: &usize| {
        let token = &view.tokens[*at];
        token.shape == Shape::Word
            && token.text.starts_with(char::is_lowercase)
            && !token.is_one_of(STOPS)
            && !view.mentions.iter().any(|m| m.tokens.contains(at) && !matches!(m.what, What::Commodity(_)))
    };
    let last = (at..view.range.end).take(10).take_while(|at| joins(*at) || word(at));
    let noun = last.filter(|at| view.is_one_of(*at, NOUNS)).last()?;
    // *palm oil and seeds* are two.
    let stem = view.norm(noun).trim_end_matches('s');
    let alone = joins(noun - 1) || (at..noun).any(|at| view.norm(at).trim_end_matches('s') == stem);
    let listed = (at + 1..noun).any(joins) && !joins(at);
    (listed && !alone).then_some(at..noun + 1)
}

/// *information, communication and audio-visual products*: kinds that no table has, joined before the noun for goods that all share.
pub fn listed_kinds(view: &View<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let joins = |at: usize| matches!(view.norm(at), "," | "and" | "&");
    let plain = |at: &usize| {
        let token = &view.tokens[*at];
        let hyphen = token.is_mark('-') && token.is_joined();
        hyphen
            || joins(*at)
            || token.shape == Shape::Word
                && token.text.starts_with(char::is_lowercase)
                && !token.is_one_of(STOPS)
                && !token.is_one_of(NO_GOODS)
                && !view.mentions.iter().any(|m| m.tokens.contains(at))
    };
    let last = (at..view.range.end).take(10).take_while(plain).last()?;
    let several = (at + 1..last).any(|at| matches!(view.norm(at), "and" | "&")) && !joins(at);
    (several && !joins(last - 1) && is_class(view.norm(last))).then_some(at..last + 1)
}
