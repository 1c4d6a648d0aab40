//! The parties that can belong to a figure.

use super::Asked;
use super::causes::is_of_a_cause;
use super::placed::is_market;
use crate::extract::announced;
use crate::extract::grammar::{Opening, Role};
use crate::extract::head::Head;
use crate::extract::indicator::Governor;
use crate::extract::told::verb_behind;
use crate::extract::view::{Actor, View};
use crate::lexicon::words::{are_states, is_bound, is_relative, is_total, parts_list};
use crate::lexicon::{Class, Marks, NameForm};
use crate::mention::{Form, Mention, What};
use crate::model::{Dimension, Indicator, Kind, Measure, Party, Unit};

/// *and Gabon, which has none to spare, 20,000 bpd*: who is named before what is told of him by the way, where the figure at token
/// `start` opens the segment behind.
fn behind_relative<'v>(view: &'v View<'_>, index: usize, start: usize) -> Option<&'v Actor> {
    let (relative, own) = (view.segment_tokens(index.checked_sub(1)?), view.segment_tokens(index));
    let small = |at: usize| matches!(view.norm(at), "a" | "mere" | "only" | "just" | "some" | "another");
    // *Mongolia, its border posts shut, a mere 1.1 million tonnes*
    let by_the_way = (own.start..start).all(small)
        && start - own.start <= 2
        && (is_relative(view.norm(relative.start)) || matches!(view.norm(relative.start), "its" | "their"))
        && view.first_quantity(&relative).is_none();
    by_the_way.then(|| view.actors.iter().find(|a| a.end + 1 == relative.start))?
}

/// *700 carts, and some 90 ploughs have been sent to Togo*: the segment of a figure, with that of the verb which it shares.
fn up_to_verb(view: &View<'_>, figure: &Mention, head: Option<&Head>) -> std::ops::Range<usize> {
    let own = view.segment_tokens(view.segment(figure.tokens.start));
    let verb = head.filter(|h| matches!(h.class, Class::VerbOut | Class::VerbIn) && h.at >= own.end);
    // Not *790,000 tonnes, and nine of ten went to Peru*.
    let pieces = || view.figures().any(|q| q.tokens == figure.tokens && q.quantity.unit == Unit::of(Measure::Items));
    let behind = |h: &&Head| {
        let next = view.figures().find(|q| q.tokens.start >= figure.tokens.end && q.tokens.end <= h.at);
        next.is_some_and(|q| pieces() || q.form == Form::Figure && !q.quantity.unit.is_ratio())
    };
    match verb.filter(behind) {
        Some(verb) => own.start..view.segment_tokens(view.segment(verb.at)).end,
        None => own,
    }
}

/// The parties that can belong to a figure, nearest first: those of its own stretch, of its segment, of its head.
pub fn actors<'v>(asked: &Asked<'v, '_>, head: Option<&Head>) -> Vec<&'v Actor> {
    let view = asked.view;
    if view.actors.is_empty() {
        return Vec::new();
    }
    // *Syria's exports, 95 percent of which went to Europe, averaged 150,000 bpd*: a part goes there, not the whole.
    let figure = asked.quantity.and_then(|q| view.mentions.get(q));
    let here = figure.map(|m| view.segment(m.tokens.start));
    let which = view.marks.meets(Marks::WHICH);
    let of_a_part = |a: &Actor| {
        let tokens = view.segment_tokens(view.segment(a.at));
        here.is_some_and(|here| here != view.segment(a.at))
            && view.first_quantity(&tokens).is_some()
            && tokens.clone().any(|at| view.norm(at) == "of" && matches!(view.norm(at + 1), "which" | "whom"))
    };
    let of_a_cause = |a: &Actor| figure.is_some_and(|m| is_of_a_cause(view, m.tokens.end, a, asked.indicator));
    // *told reporters in Jakarta Indonesia's exports rose*: where it was said, right before whose they are.
    let of_telling = |a: &Actor| {
        let owns = |b: &Actor| b.at == a.end && b.role == Role::Possessor && b.party == a.party;
        a.role == Role::In && view.actors.iter().any(owns)
    };
    let usable = |a: &&Actor| {
        a.takes_part() && a.party != Party::WORLD && !(which && of_a_part(a)) && !of_a_cause(a) && !of_telling(a)
    };
    let Some(mention) = figure else {
        return view.actors.iter().filter(usable).collect();
    };
    // *Up 7 percent: that was Ghana's trade with Peru*: those named behind.
    if let Some(that) = head.and_then(|h| announced::behind_opening(view).filter(|that| h.at > *that))
        && mention.tokens.end <= that
    {
        return view.actors.iter().filter(usable).filter(|a| a.at > that).collect();
    }
    let segment = up_to_verb(view, mention, head);
    let starts = || view.quantities.iter().map(|q| view.mentions[*q].tokens.start);
    let previous = starts().rfind(|s| segment.contains(s) && *s < mention.tokens.start);
    // *will sell 95 percent of the power from the 1,285-MW Xayaburi dam to Thailand*: how large the plant is ends nothing.
    let describes = |s: &usize| {
        let plant = view
            .figures()
            .find(|q| q.tokens.start == *s)
            .filter(|q| q.quantity.unit.measure.dimension() == Dimension::Power);
        let share = asked.kind == Kind::Share && view.norm(mention.tokens.end) == "of";
        share
            && matches!(view.norm_before(*s, 1), "the" | "a")
            && plant.is_some_and(|q| view.tokens[q.tokens.end].is_capitalised())
    };
    // *700 carts and 90 ploughs were sent from Mali to Togo*: amounts that share the verb behind them share its ends.
    let acts = |h: &&Head| matches!(h.class, Class::VerbOut | Class::VerbIn) && segment.contains(&h.at);
    let shares = |s: &usize| head.filter(acts).is_some_and(|h| *s < h.at);
    let next = starts()
        .find(|s| segment.contains(s) && *s > mention.tokens.start && !describes(s) && !shares(s))
        .unwrap_or(segment.end);
    let within =
        |range: std::ops::Range<usize>| view.actors.iter().filter(usable).filter(move |a| range.contains(&a.at));
    // *sales of $92 billion against Mexico's $90 billion*: who stands right before the next figure owns that one.
    // *a third of Ghana's $900 million of exports*: but a part of it is that one's too.
    let part = asked.quantity.and_then(|q| view.quantity(q)).is_some_and(|q| q.quantity.unit.is_ratio())
        && view.norm(mention.tokens.end) == "of";
    let owner = view.actors.iter().filter(|a| !(part && a.at == mention.tokens.end + 1)).find(|a| {
        let end = a.end + if view.norm(a.end) == "'" { 1 + usize::from(view.norm(a.end + 1) == "s") } else { 0 };
        // *80 percent of Uzbekistan's $2.3 billion of exports*: the part is of that one's too.
        let part = asked.kind == Kind::Share && view.norm(mention.tokens.end) == "of";
        a.at >= mention.tokens.end && end == next && matches!(a.role, Role::Possessor) && !part
    });
    // *invested $89 billion in ASEAN and ASEAN invested $117 billion*: what stands before a new subject is the clause's before.
    let clause_of = head.filter(|h| !matches!(h.class, Class::Noun | Class::Agent) && h.at < mention.tokens.start);
    let subject = previous.zip(clause_of).and_then(|(previous, head)| {
        view.actors.iter().find(|a| {
            a.role == Role::Subject
                && previous < a.at
                && a.end <= head.at
                && head.at - a.end <= 2
                && matches!(view.norm_before(a.at, 1), "and" | "while" | "but")
        })
    });
    let opens = subject.map_or(previous.unwrap_or(segment.start), |a| a.at);
    // *by 4 pct to 17.2 billion and with the EC, by 28 pct to 11.6 billion*: set off as the next entry of the list.
    let entry = view.segments.get(view.segment(mention.tokens.start) + 1).map(|s| s.tokens.clone()).and_then(|s| {
        let first = view.first_quantity(&s)?;
        set_off_entry(view, view.mentions[first].tokens.start, s.start).filter(|a| a.at >= mention.tokens.end)
    });
    let own = opens..owner.or(entry).map_or(next, |a| a.at);
    // *to Japan: 4.1 billion*: the label before a colon.
    let index = view.segment(mention.tokens.start);
    let label = index.checked_sub(1).map(|at| view.segment_tokens(at)).filter(|label| {
        view.segments[index].opening == Opening::Stop
            && matches!(view.norm(label.end), ":" | "-")
            && label.len()
                <= match view.norm(label.start) {
                    "including" => 8,
                    "•" => 5,
                    "first" | "second" | "third" => 6,
                    _ => 4,
                }
            && previous.is_none()
            && view.first_quantity(label).is_none()
    });
    let mut found: Vec<&Actor> = label.into_iter().flat_map(&within).collect();
    found.extend(behind_relative(view, index, mention.tokens.start).filter(|a| usable(a)));
    found.extend(within(own.clone()));
    // *25 percent to Vietnam offset a 3 percent fall in shipments to Japan*: whom its own trade is with stands behind it.
    if let Some(end) = head.filter(|h| h.at >= mention.tokens.end).map(|h| h.end)
        && let Some(role) = found
            .iter()
            .find(|a| view.phrase_start(a) == end + 1 && matches!(a.role, Role::To | Role::From))
            .map(|a| a.role)
    {
        found.retain(|a| a.at >= end || a.role != role);
    }
    // *signed a $40bn (£21bn) deal to import gas from Iran*: the same told again in brackets ends nothing.
    if next == segment.end
        && let Some([bracket, behind]) = view.segments.get(index + 1..index + 3)
        && bracket.opening == Opening::Bracket
        && behind.opening == Opening::Unbracket
        && starts().any(|s| bracket.tokens.contains(&s))
        && bracket.tokens.len() <= 6
        && (bracket.tokens.start <= mention.tokens.end + 1
            // *76 percent of the sales - worth $1.2 billion - went to the EU*
            || asked.kind == Kind::Share && head.is_some_and(|h| (mention.tokens.end..segment.end).contains(&h.at)))
    {
        let end = starts().find(|s| behind.tokens.contains(s)).unwrap_or(behind.tokens.end);
        found.extend(within(behind.tokens.start..end).filter(|a| !matches!(a.role, Role::Subject)));
    }
    found.extend(set_off_entry(view, mention.tokens.start, segment.start).filter(|a| usable(a)));
    // *sold 50,000 tonnes at $71 a tonne to Algeria*: whom a deal is with stands behind its price too.
    if head.is_some_and(|h| h.at < mention.tokens.start)
        && let Some(price) = price_of_deal(view, next)
    {
        let after = starts().find(|s| segment.contains(s) && *s > price.start).unwrap_or(segment.end);
        let side = |a: &&Actor| {
            matches!(a.role, Role::To | Role::From | Role::For) || a.role == Role::In && is_market(view, a)
        };
        let behind: Vec<&Actor> = within(price.end..after).filter(side).collect();
        if !found.iter().any(|a| a.at > mention.tokens.start && side(a)) {
            found.extend(behind);
        }
    }
    // *sales of 340,000 tonnes of wheat and 210,000 tonnes of barley to China*
    let end_of = |a: &&Actor| matches!(a.role, Role::To | Role::From | Role::With);
    if head.is_some_and(|h| h.at < mention.tokens.start)
        && !found.iter().any(end_of)
        && let Some(tail) = shared_tail(view, mention.tokens.end, asked.quantity)
    {
        found.extend(within(tail..tail + 1).filter(end_of));
    }
    let mut add = |range: std::ops::Range<usize>| {
        for actor in within(range) {
            if !found.iter().any(|a| a.at == actor.at) {
                found.push(actor);
            }
        }
    };
    if let Some(first) = starts().find(|s| segment.contains(s)) {
        add(segment.start..first);
    }
    // *exported apples (41,000 tonnes) to Russia*: where goods went stands behind the bracket with their amount.
    if view.segments.get(index).is_some_and(|s| s.opening == Opening::Bracket)
        && head.is_none_or(|h| h.end < segment.start && matches!(h.class, Class::VerbOut | Class::VerbIn | Class::Noun))
        && let Some(behind) = view.behind_own_bracket(index).map(|at| view.segment_tokens(at))
        && !view.is_headed(&(segment.start..behind.end))
        && let Some(to) = within(behind.start..behind.start + 3)
            .find(|a| matches!(a.role, Role::To | Role::From) && matches!(view.norm(behind.start), "to" | "from"))
    {
        add(to.at..to.end);
    }
    // *followed by China, at 202 billion*: the amount stands beside the name.
    let beside = index.checked_sub(1).map(|at| view.segment_tokens(at)).filter(|named| {
        matches!(view.norm(segment.start), "at" | "with" | "worth")
            && mention.tokens.start <= segment.start + 3
            && view.first_quantity(named).is_none()
            && named.len() <= 8
            // *behind Russia and Saudi Arabia, at 1.01 million*: not whom another is set beside.
            && !matches!(view.norm(named.start), "behind" | "after" | "ahead" | "unlike")
            && !view.heads.iter().any(|h| named.contains(&h.at) && h.class == Class::Noun)
    });
    if let Some(named) = beside {
        add(named);
    }
    // *belonged to China (27.2 percent) and Russia (18.3 percent)*
    let index = view.segment(mention.tokens.start);
    if view.segments.get(index).is_some_and(|s| s.opening == Opening::Bracket)
        && !view.heads.iter().any(|h| {
            // *Lithuania (17.9 percent of total exports)*
            let whole = is_total(view.norm_before(h.at, 1)) || view.norm_before(h.at, 1) == "the";
            let trade = matches!(h.indicator(), Some(Indicator::Exports | Indicator::Imports));
            segment.contains(&h.at) && !(trade && whole && asked.kind == Kind::Share && h.at > mention.tokens.end)
        })
        && let Some(named) = view.actors.iter().filter(usable).find(|a| a.end + 1 == segment.start)
    {
        // *The top suppliers of LNG to Korea were Qatar (8.6 million tonnes), ...*: to whom all of them sell.
        let agent = head.filter(|h| h.class == Class::Agent && h.end <= named.at);
        let aimed = |a: &&Actor| agent.is_some_and(|h| (h.end..h.end + 6).contains(&a.at)) && a.party != named.party;
        let gives = |role: Role| {
            matches!(role, Role::To | Role::From | Role::Origin | Role::Attribute | Role::Modifier | Role::In)
        };
        // *Chile's main supplier of crude was Vietnam (25 million barrels)*
        let owner = |a: &&Actor| {
            a.role == Role::Possessor
                && agent.is_some_and(|h| a.end <= h.at && h.at - a.end <= 3)
                && a.party != named.party
        };
        let other = view.actors.iter().filter(usable).find(|a| gives(a.role) && aimed(a) || owner(a));
        return std::iter::once(named).chain(other).collect();
    }
    // *and provided 55 percent of the EU's gas*: who acts stands before the verb.
    let ahead_of_verb = |a: &Actor| {
        head.is_none_or(|h| {
            !matches!(h.class, Class::VerbOut | Class::VerbIn | Class::VerbOf) || h.passive || a.at < h.at
        })
    };
    if let Some(head) = head {
        if head.at < segment.start {
            let zone = view.segment_tokens(view.segment(head.at)).start..segment.start;
            add(zone);
        } else if head.at >= segment.start {
            // *With 20 billion cubic metres, Germany was the largest buyer of Russian gas*: the clause that its figure is set ahead of.
            let ahead = matches!(view.norm(segment.start), "with" | "at");
            if head.at >= segment.end && head.class == Class::Agent && ahead {
                found.extend(within(view.segment_tokens(view.segment(head.at))));
            }
            // *6,000 tractors and more than 10,000 lorries have come from Minsk*: what the shared verb governs.
            if head.at >= next && head.class != Class::Noun {
                found.extend(within(head.end..segment.end.max(head.end)));
            }
            // A verb in a later segment than its subject: *The company, which trades gas, sold*.
            // *The EU paid the best prices (6,870 dollars a tonne) but took 9,300 tonnes*: a bracket ends nothing.
            let aside = |at: usize| view.segments.get(view.segment(at)).is_some_and(|s| s.opening == Opening::Bracket);
            let lead = starts().rfind(|s| *s < segment.start && !aside(*s)).unwrap_or(view.range.start)..segment.start;
            let agent = head.class == Class::Agent;
            // *covering 80 percent of the country's demand*: who has the whole is not who covers a part of it.
            let has_whole = |a: &Actor| part && a.at > mention.tokens.end;
            let has_subject = found.iter().filter(|a| !has_whole(a)).any(|a| {
                matches!(a.role, Role::Subject)
                    || !agent && matches!(a.role, Role::Possessor | Role::Modifier) && ahead_of_verb(a)
            });
            if !has_subject {
                // *Kazakhstan is one of Italy's main suppliers, and exported*: not whom it ranks as a seller to.
                // *India is Italy's best client, taking 9 percent of its exports*: the whole is that one's.
                let ranked = |a: &Actor| {
                    a.role == Role::Possessor
                        && asked.kind != Kind::Share
                        && view.heads.iter().any(|h| h.class == Class::Agent && lead.contains(&h.at) && h.at > a.end)
                        && within(lead.clone()).any(|s| s.role == Role::Subject && s.at < a.at)
                };
                let acts = |a: &&Actor| matches!(a.role, Role::Subject | Role::Possessor | Role::Label) && !ranked(a);
                found.extend(within(lead.clone()).filter(acts));
            }
        }
    }
    // *With Iran, commerce stayed at 1 billion*: a phrase set ahead of its clause.
    let clause = view.clause(mention.tokens.start).start;
    let front = view.segment_tokens(view.segment(clause));
    // *In trade with the United States, its surplus plunged*
    let with = |a: &Actor| a.role == Role::With && a.end == front.end && front.contains(&a.at);
    let short = front.len() <= 4 || front.len() <= 6 && view.actors.iter().any(with);
    if front.end < segment.start && short && view.first_quantity(&front).is_none() {
        // *In Peru, national output fell*
        let placed = |a: &Actor| {
            let name = |m: &crate::mention::Mention| {
                m.tokens.start == a.at && matches!(m.what, What::Party(_, NameForm::Name))
            };
            a.role == Role::In && a.end == front.end && view.mentions.iter().any(name)
        };
        let beside = |a: &Actor| matches!(a.role, Role::With | Role::To | Role::From | Role::For) || placed(a);
        for actor in within(front.clone()).filter(|a| beside(a)) {
            if !found.iter().any(|a| a.at == actor.at) {
                found.push(actor);
            }
        }
    }
    // *The rest, 3,000 tonnes, went to Japan*: what the verb behind the figure governs, and who stands before it.
    if head.is_some_and(|h| h.at >= segment.end)
        && verb_behind(view, asked.quantity.unwrap_or_default(), &segment).is_some()
    {
        let behind = view.segment_tokens(index + 1);
        let before = view.segment_tokens(index.saturating_sub(1));
        let named: Vec<&Actor> = within(behind).chain(within(before)).collect();
        for actor in named {
            if !found.iter().any(|a| a.at == actor.at) {
                found.push(actor);
            }
        }
    }
    // *77% of the total, or 11.6 million tons, going to China*
    // *at least half, or A$600 million ($393 million), of their exports to China*
    let mut ahead = view.segment(mention.tokens.start) + 1;
    let mut told_again = false;
    while let Some(segment) = view.segments.get(ahead) {
        let word = view.norm(segment.tokens.start);
        let of_it =
            told_again && matches!(word, "of" | "to" | "from") && view.first_quantity(&segment.tokens).is_none();
        if of_it || is_bound(word) {
            let side = |a: &&Actor| matches!(a.role, Role::To | Role::For) || of_it && a.role == Role::From;
            for actor in within(segment.tokens.clone()).filter(side) {
                if !found.iter().any(|a| a.at == actor.at) {
                    found.push(actor);
                }
            }
        }
        // *exported just 675 mcm (to Greece)*
        if segment.opening == Opening::Bracket
            && segment.tokens.start <= mention.tokens.end + 4
            && ahead == view.segment(mention.tokens.start) + 1
            && matches!(word, "to" | "from")
            && view.first_quantity(&segment.tokens).is_none()
            && segment.tokens.len() <= 4
        {
            found.extend(within(segment.tokens.clone()).filter(|a| matches!(a.role, Role::To | Role::From)));
        }
        if word != "or" && !matches!(segment.opening, Opening::Bracket | Opening::Unbracket) {
            break;
        }
        told_again |= word == "or";
        ahead += 1;
    }
    // *were only 6,200 tonnes, all to Japan*: where all of it goes, set off behind the figure.
    let next = view.segments.get(view.segment(mention.tokens.start) + 1).map(|s| s.tokens.clone());
    if let Some(next) = next.filter(|next| all_of_it(view, next)) {
        for actor in
            within(next.start..next.end.min(next.start + 8)).filter(|a| matches!(a.role, Role::To | Role::From))
        {
            if !found.iter().any(|a| a.at == actor.at) {
                found.push(actor);
            }
        }
    }
    // *Iraq, in need of cash to service 40 billion of debts, pumped 3.15 mln*: the subject stands far ahead of its verb;
    // *Kuwait made the deepest cut, to 1.7 mln*: or of a figure that goes on from another sentence.
    let acts =
        |a: &&&Actor| matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier | Role::Label | Role::From);
    let open = match head {
        Some(head) => head.class != Class::Noun && head.class != Class::Agent && !head.passive,
        None => true,
    };
    if open
        && !found.iter().any(|a| acts(&a) && (a.role != Role::Possessor || ahead_of_verb(a)))
        && let Some(subject) = head.and_then(|h| acts_beside(view, h)).or(view.subject_before(mention.tokens.start))
    {
        let told = view
            .quantities
            .iter()
            .map(|q| view.mentions[*q].tokens.start)
            .any(|q| subject.at < q && q < mention.tokens.start);
        // *a fifth of it Russian, compared with 4.8 million*: who stands before the comma is the figure's before.
        let compared =
            || view.norm_before(segment.start, 1) == "," && view.comparing_before(mention.tokens.start).is_some();
        let same = matches!(asked.governor, Governor::Previous) && (told || compared());
        if !same {
            found.push(subject);
        }
    }
    found
}

/// *with Oman exporting goods for 387 million and importing goods for 4.2 billion*: who does the first does what is joined to it.
fn acts_beside<'v>(view: &'v View<'_>, head: &Head) -> Option<&'v Actor> {
    let ing = |at: usize| view.norm(at).ends_with("ing");
    if !ing(head.at) || !matches!(view.norm_before(head.at, 1), "and" | "but") {
        return None;
    }
    let acts = |a: &&Actor| {
        a.at < head.at
            && matches!(a.role, Role::Subject | Role::With)
            && ing(a.end)
            && view.norm_before(a.at, 1) == "with"
    };
    view.actors.iter().rfind(acts)
}

/// *was 9.6 billion last year, and with EC nations, 4.7 billion*, *and Britain, 20.2 percent to 962,000 gallons*: the next entry
/// of a list, parted from its figure by a comma.
fn set_off_entry<'v>(view: &'v View<'_>, figure: usize, segment: usize) -> Option<&'v Actor> {
    let comma = segment.checked_sub(1).filter(|at| view.norm(*at) == ",")?;
    let actor = view.actors.iter().find(|a| {
        let nations = usize::from(are_states(view.norm(a.end)));
        a.end + nations == comma
    })?;
    let mut start = view.phrase_start(actor);
    if matches!(actor.role, Role::With | Role::To | Role::From | Role::For) {
        start = start.checked_sub(1)?;
    } else if actor.role != Role::Subject {
        return None;
    }
    let joins =
        start.checked_sub(1).filter(|at| parts_list(view.norm(*at)) || matches!(view.norm(*at), "while" | "but"))?;
    // *to China and Korea, 12 percent more*: several that share one figure.
    let shared = view.actors.iter().any(|a| a.end == joins || a.end + 1 == joins && view.norm(a.end) == ",");
    let told = view.quantities.iter().any(|q| view.mentions[*q].tokens.end <= joins);
    let plain = view.first_quantity(&(joins..figure)).is_none() && figure - segment <= 3;
    (told && plain && !shared).then_some(actor)
}

/// *of wheat and 210,000 tonnes of barley to China*: the first token of the end that a figure shares with the ones joined to it,
/// each with its goods.
fn shared_tail(view: &View<'_>, end: usize, quantity: Option<usize>) -> Option<usize> {
    let first = view.quantity(quantity?)?.quantity.unit;
    let goods =
        |at: usize| view.mentions.iter().any(|m| matches!(m.what, What::Commodity(_)) && m.tokens.contains(&at));
    // Words of goods alone: no verb, no other noun of trade, nobody named.
    let plain = |at: usize| {
        let word = view.norm(at);
        goods(at)
            || matches!(
                word,
                "of" | "and" | "," | "worth" | "valued" | "at" | "another" | "some" | "a" | "the" | "about"
            )
            || word.len() > 2
                && view.tokens[at].text.starts_with(char::is_lowercase)
                && !view.is_past(at)
                && !matches!(
                    word,
                    "from" | "while" | "but" | "with" | "against" | "compared" | "for" | "including" | "down"
                )
                && !view.heads.iter().any(|h| h.at == at)
    };
    let mut end = end;
    let mut joined = false;
    loop {
        let next = view.figures().find(|q| q.tokens.start >= end);
        let next = next.filter(|q| {
            let gap = end..q.tokens.start;
            q.quantity.unit == first
                && gap.len() <= 12
                && gap.clone().any(|at| matches!(view.norm(at), "and" | ","))
                && gap.clone().any(|at| goods(at) || matches!(view.norm(at), "of" | "worth"))
                && gap.clone().all(plain)
        });
        let Some(next) = next else { break };
        (end, joined) = (next.tokens.end, true);
    }
    let tail = view.actors.iter().filter(|_| joined).find(|a| a.at > end)?;
    let aim = view.phrase_start(tail).checked_sub(1)?;
    (matches!(view.norm(aim), "to" | "from" | "with") && aim - end <= 8 && (end..aim).all(plain)).then_some(tail.at)
}

/// The tokens of the figure at token `at`, where it is what the figure before it was sold for: *at $71 a tonne*, *worth $3 million*.
fn price_of_deal(view: &View<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let price = view.figures().find(|q| q.tokens.start == at)?;
    let before = |back: usize| view.norm_before(at, back);
    let told = (1..4).any(|back| matches!(before(back), "at" | "for" | "worth" | "of"));
    let money = price.quantity.unit.measure.dimension() == crate::model::Dimension::Money;
    let valued = before(1) == "worth" || before(1) == "at" && before(2) == "valued";
    let each = price.quantity.unit.per.is_some() || valued;
    (told && money && each).then(|| price.tokens.clone())
}

/// Whether a segment says whence or where all of a figure goes: *all to Japan*, *all of it from Russia*.
fn all_of_it(view: &View<'_>, segment: &std::ops::Range<usize>) -> bool {
    let at = segment.start;
    let whole = view.norm(at) == "all" || view.norm(at) == "entirely";
    let of = if view.norm(at + 1) == "of" { at + 3 } else { at + 1 };
    whole && matches!(view.norm(of), "to" | "from" | "for" | "into")
}
