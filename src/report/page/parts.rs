//! The three parts of a page.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Page;
use super::text::{escaped, plural, sentence};
use crate::check::{Cited, Outcome};
use crate::model::{Document, Fact, Kind, Party, Status};
use crate::official::Ruling;
use crate::report::layout;
use crate::series::{Observation, Origin, Series, Subject, ends, growth, percent_words, quantity_words};

/// A finding or a verdict, as a card shows it.
struct Card {
    outcome: Outcome,
    label: String,
    word: &'static str,
    message: String,
    statements: Vec<Cited>,
}

impl Page<'_> {
    /// What does not fit, what is open, what fits: a card each, with the quotes side by side.
    pub(super) fn findings(&self) -> String {
        let mut cards: Vec<Card> = self
            .verdicts
            .iter()
            .map(|verdict| {
                let (outcome, word) = match verdict.ruling {
                    Ruling::Contradicted => (Outcome::Fails, "Contradicted"),
                    Ruling::BorneOut => (Outcome::Holds, "Borne out"),
                    Ruling::NotCovered => (Outcome::Unknown, "Not covered"),
                };
                let label = "official figures".into();
                Card { outcome, label, word, message: verdict.message.clone(), statements: layout::cited(verdict) }
            })
            .collect();
        cards.extend(self.findings.iter().map(|finding| {
            let word = match finding.outcome {
                Outcome::Fails => "Does not fit",
                Outcome::Unknown => "Open",
                Outcome::Holds => "Fits",
            };
            let label = finding.check.replace('_', " ");
            let (message, statements) = (finding.message.clone(), finding.statements.clone());
            Card { outcome: finding.outcome, label, word, message, statements }
        }));
        cards.sort_by_key(|card| card.outcome);
        let mut part = String::from(
            "<section id=\"findings\"><h2>Findings</h2>\n<div class=\"outcomes\" role=\"group\" \
                                     aria-label=\"Outcomes\">",
        );
        for (outcome, words, on) in
            [(Outcome::Fails, "does not fit", true), (Outcome::Unknown, "open", false), (Outcome::Holds, "fits", false)]
        {
            let count = cards.iter().filter(|card| card.outcome == outcome).count();
            // Where nothing is wrong, what fits is shown to begin with.
            let on = on || !cards.iter().any(|card| card.outcome == Outcome::Fails);
            let _ = write!(
                part,
                "<button type=\"button\" data-outcome=\"{outcome}\" aria-pressed=\"{on}\">{count} {words}</button>"
            );
        }
        part.push_str("</div>\n");
        for card in &cards {
            part += &self.card(card);
        }
        part.push_str("<p class=\"none\"");
        part.push_str(if cards.is_empty() { ">" } else { " hidden>" });
        part.push_str("Nothing to show here.</p></section>\n");
        part
    }

    fn card(&self, card: &Card) -> String {
        let facts = || card.statements.iter().filter_map(|cited| self.dataset.fact(cited.fact));
        let mut html = format!(
            "<article class=\"finding {}\" tabindex=\"-1\" data-outcome=\"{}\" data-parties=\"{}\">\
             <p class=\"badge\"><b>{}</b> · {}</p><p>{}</p><div class=\"quotes\">",
            card.outcome,
            card.outcome,
            parties(facts()),
            card.word,
            escaped(&card.label),
            escaped(&layout::capital(&self.renamed(&card.message)))
        );
        for cited in &card.statements {
            if let Some(fact) = self.dataset.fact(cited.fact) {
                html += &self.quote(cited.role, cited.fact, fact);
            }
        }
        html.push_str("</div></article>\n");
        html
    }

    /// A quote with its figure marked, in its sentence where the text is there.
    fn quote(&self, role: &str, place: usize, fact: &Fact) -> String {
        let quoted = match self.texts.get(&*fact.document) {
            Some(document) if fact.span.of(&document.text).is_some() => {
                let around = sentence(&document.text, fact.span);
                let (start, end) = (fact.span.start, fact.span.end);
                let part = |range: std::ops::Range<usize>| escaped(document.text.get(range).unwrap_or_default());
                format!(
                    "{}<mark>{}</mark>{}",
                    part(around.start..start),
                    part(start..end),
                    part(end..around.end.max(end))
                )
            }
            _ => format!("<mark>{}</mark>", escaped(&fact.quote)),
        };
        let source = escaped(&layout::source(self.dataset, &fact.document));
        let linked = match self.link(place, fact) {
            Some(link) => format!("<a href=\"#{link}\">{source}</a>"),
            None => source,
        };
        format!(
            "<figure><p class=\"role\">{}</p><blockquote>{quoted}</blockquote><figcaption>{} — {linked}</figcaption></figure>",
            escaped(role),
            escaped(&quantity_words(&fact.quantity))
        )
    }

    /// Where a figure stands in a text, else in a table.
    fn link(&self, place: usize, fact: &Fact) -> Option<String> {
        let in_text = self.texts.get(&*fact.document).is_some_and(|document| fact.span.of(&document.text).is_some());
        if in_text {
            return Some(format!("f{place}"));
        }
        self.rows.contains(&place).then(|| format!("o{place}"))
    }

    /// Each series with its picture and its table.
    pub(super) fn series(&self) -> String {
        let mut part = String::from("<section id=\"series\"><h2>Series</h2>\n");
        for series in self.dataset.series() {
            part += &self.one(series);
        }
        part.push_str(if self.dataset.series().is_empty() {
            "<p class=\"none\">"
        } else {
            "<p class=\"none\" hidden>"
        });
        part.push_str("Nothing to show here.</p></section>\n");
        part
    }

    fn one(&self, series: &Series) -> String {
        let title = layout::capital(&series.key.words(&|party| self.name(party)));
        let status = match series.status {
            Status::Actual => String::new(),
            status => format!(" ({})", status.as_str()),
        };
        let both = [series.key.reporter, series.key.partner];
        let codes: Vec<&str> = both.iter().flatten().map(Party::as_str).collect();
        let mut html = format!(
            "<article class=\"series\" data-parties=\"{}\"><h3>{}{status}</h3>\n{}<div class=\"scroll\"><table><thead><tr>\
             <th scope=\"col\">Period</th><th scope=\"col\">As written</th><th scope=\"col\">Figure</th>\
             <th scope=\"col\">Can be</th><th scope=\"col\">Year on year</th><th scope=\"col\">Source</th></tr></thead><tbody>\n",
            codes.join(" "),
            escaped(&title),
            self.picture(series)
        );
        let growth: Vec<_> = growth::year_on_year(series).collect();
        for observation in series.observations() {
            let shown = series.shown(&observation.period) == Some(observation);
            let computed = growth::at(&growth, &observation.period).filter(|_| shown);
            let computed = computed.map_or(String::new(), |growth| percent_words(&growth.percent));
            html += &self.row(observation, &computed);
        }
        html.push_str("</tbody></table></div></article>\n");
        html
    }

    fn row(&self, observation: &Observation, computed: &str) -> String {
        let fact = observation.fact().and_then(|place| Some((place, self.dataset.fact(place)?)));
        let (id, written) = match fact {
            Some((place, fact)) => {
                let quote = escaped(&layout::flat(&fact.quote));
                let linked = match self.link(place, fact).filter(|link| link.starts_with('f')) {
                    Some(link) => format!("<a href=\"#{link}\">{quote}</a>"),
                    None => quote,
                };
                (format!(" id=\"o{place}\" tabindex=\"-1\""), linked)
            }
            None => (String::new(), "<i>implied</i>".into()),
        };
        let source = match &observation.origin {
            Origin::Implied { derivation, .. } => format!("{}: {derivation}", observation.document),
            Origin::Stated { .. } => layout::source(self.dataset, &observation.document),
        };
        let unit = observation.quantity.unit;
        format!(
            "<tr{id}><td data-label=\"Period\" data-key=\"{}\">{}</td><td data-label=\"As written\">{written}</td>\
             <td data-label=\"Figure\" class=\"number\" data-key=\"{}\">{}</td>\
             <td data-label=\"Can be\" class=\"number\" data-key=\"{}\">{}</td>\
             <td data-label=\"Year on year\" class=\"number\">{}</td><td data-label=\"Source\">{}</td></tr>\n",
            observation.period.first_day(),
            observation.period,
            observation.quantity.value,
            escaped(&quantity_words(&observation.quantity)),
            observation.interval.lower.map_or(String::new(), |lower| lower.to_string()),
            escaped(&ends(&observation.interval, unit)),
            escaped(computed),
            escaped(&source)
        )
    }

    /// The picture of a series that has more than one period.
    #[cfg(feature = "chart")]
    fn picture(&self, series: &Series) -> String {
        use crate::chart::{Look, panel_of, svg};
        let Some(mut panel) = panel_of(series, &|party| self.name(party)) else { return String::new() };
        if series.periods().count() < 2 {
            return String::new();
        }
        let look = Look::default().in_columns(1).sized(520, 280);
        let words = escaped(&format!("Chart of {}", panel.title));
        // The heading above says it.
        panel.title.clear();
        let picture = svg(&[panel], &look).unwrap_or_default();
        picture.replacen("<svg ", &format!("<svg role=\"img\" aria-label=\"{words}\" "), 1) + "\n"
    }

    #[cfg(not(feature = "chart"))]
    fn picture(&self, _: &Series) -> String {
        String::new()
    }

    /// Every document that holds a figure, with its figures marked in place.
    pub(super) fn texts(&self) -> String {
        let mut part = String::from("<section id=\"documents\"><h2>Documents</h2>\n");
        let mut silent = 0usize;
        for document in self.documents.iter().filter(|document| !document.text.is_empty()) {
            let places = self.told.get(&*document.id).map_or(&[][..], Vec::as_slice);
            let facts: Vec<(usize, &Fact)> =
                places.iter().filter_map(|place| Some((*place, self.dataset.fact(*place)?))).collect();
            if facts.is_empty() {
                silent += 1;
            } else {
                part += &self.document(document, &facts);
            }
        }
        if silent > 0 {
            let _ = writeln!(
                part,
                "<p class=\"source\">{} without such a figure are not shown.</p>",
                plural(silent, "document")
            );
        }
        part.push_str("<p class=\"none\" hidden>Nothing to show here.</p></section>\n");
        part
    }

    fn document(&self, document: &Document, facts: &[(usize, &Fact)]) -> String {
        let title = document.title.as_deref().unwrap_or(&document.id);
        let mut html = format!(
            "<article class=\"document\" data-parties=\"{}\"><h3>{}</h3><p class=\"source\">{} · {}</p><div class=\"text\">",
            parties(facts.iter().map(|(_, fact)| *fact)),
            escaped(title),
            escaped(&layout::source(self.dataset, &document.id)),
            plural(facts.len(), "figure")
        );
        let mut sorted = facts.to_vec();
        sorted.sort_by_key(|(place, fact)| (fact.span.start, fact.span.end, *place));
        let mut at = 0;
        let text = document.text.trim_start_matches('\u{FEFF}');
        let mark = document.text.len() - text.len();
        for (place, fact) in sorted {
            let (start, end) = (fact.span.start.max(mark), fact.span.end);
            if fact.span.of(&document.text).is_none() {
                continue;
            }
            if start < at.max(mark) {
                // One figure read in two ways has one mark, which both lead to.
                let _ = write!(html, "<a id=\"f{place}\"></a>");
                continue;
            }
            html += &escaped(document.text.get(at.max(mark)..start).unwrap_or_default());
            let back = if self.rows.contains(&place) { format!("#o{place}") } else { "#series".into() };
            let words = escaped(&self.reading(fact));
            let quote = escaped(document.text.get(start..end).unwrap_or_default());
            let _ = write!(html, "<a class=\"figure\" id=\"f{place}\" href=\"{back}\" title=\"{words}\">{quote}</a>");
            at = end;
        }
        html += &escaped(document.text.get(at.max(mark)..).unwrap_or_default().trim_end());
        html.push_str("</div></article>\n");
        html
    }

    /// `Level of turnover of China with Turkmenistan in 2022: 11.181 billion USD`.
    fn reading(&self, fact: &Fact) -> String {
        let subject = Subject::of(fact).words(&|party| self.name(party));
        let kind = if fact.kind == Kind::Level { String::new() } else { format!("{} of ", fact.kind.as_str()) };
        let period = fact.period.map_or(", without a period".into(), |period| format!(" in {period}"));
        let status = if fact.status == Status::Actual { String::new() } else { format!(", {}", fact.status.as_str()) };
        layout::capital(&format!("{kind}{subject}{period}{status}: {}", quantity_words(&fact.quantity)))
    }

    /// A message with parties called by name in place of their codes.
    fn renamed(&self, message: &str) -> String {
        let word = |word: &str| {
            let core = word.trim_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            let party = core.parse::<Party>().ok().filter(|_| core.len() > 2);
            match party.and_then(|party| (self.names)(&party)) {
                Some(name) => word.replacen(core, &name, 1),
                None => word.to_owned(),
            }
        };
        message.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The parties of facts, as a filter asks for them.
fn parties<'f>(facts: impl Iterator<Item = &'f Fact>) -> String {
    let codes: BTreeSet<Party> = facts.flat_map(|fact| [fact.reporter, fact.partner]).flatten().collect();
    codes.iter().map(Party::as_str).collect::<Vec<_>>().join(" ")
}
