//! Megabytes of text a second, documents in and facts out; `RECORD.md` keeps what was measured.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use bilateral::io::sample_documents;
use bilateral::{Document, Extractor};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// How much text each measurement reads.
const SIZE: usize = 1 << 20;
/// About how long a made document is.
const DOCUMENT: usize = 3000;

fn extract(criterion: &mut Criterion) {
    let corpora = [
        ("seeds_varied", varied()),
        ("sample", sample()),
        ("one_figure_in_thirty_sentences", prose(Some(30))),
        ("no_figure", prose(None)),
    ];
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(20);
    for (name, documents) in corpora {
        let bytes = documents.iter().map(|document| document.text.len() as u64).sum();
        let read = || documents.iter().map(|document| extractor.facts(black_box(document)).len()).sum::<usize>();
        println!("{name}: {} documents, {bytes} bytes, {} facts", documents.len(), read());
        group.throughput(Throughput::Bytes(bytes));
        group.bench_function(name, |bencher| bencher.iter(read));
    }
    group.finish();
}

/// The real documents that the project was measured on where they are at hand, else the sample: with other digits and
/// their paragraphs in another order each time, so that no two are alike.
fn varied() -> Vec<Document> {
    let mut texts: Vec<String> = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "txt") {
            texts.extend(fs::read_to_string(entry.path()));
        }
    }
    texts.sort();
    if texts.is_empty() {
        texts = sample_documents().iter().map(|document| document.text.to_string()).collect();
    }
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let (mut documents, mut size) = (Vec::new(), 0);
    for text in texts.iter().cycle() {
        if size >= SIZE {
            break;
        }
        let mut paragraphs: Vec<&str> = text.split_inclusive('\n').collect();
        for at in (1..paragraphs.len()).rev() {
            paragraphs.swap(at, draw.below(at as u64 + 1) as usize);
        }
        let other = |c: char| if matches!(c, '1'..='9') { char::from(b'1' + draw.below(9) as u8) } else { c };
        let text: String = paragraphs.concat().chars().map(other).collect();
        size += text.len();
        documents.push(Document::new(format!("varied-{}", documents.len()), text));
    }
    documents
}

/// The texts that ship with the crate, over and over.
fn sample() -> Vec<Document> {
    let mut size = 0;
    let more = |document: &Document| {
        size += document.text.len();
        size <= SIZE
    };
    sample_documents().into_iter().cycle().take_while(more).collect()
}

/// News of no particular kind, the same in every run; every so many sentences one holds a figure.
fn prose(every: Option<usize>) -> Vec<Document> {
    let mut draw = Draw(0x2545_F491_4F6C_DD1D);
    let (mut documents, mut size, mut sentences) = (Vec::new(), 0, 0);
    while size < SIZE {
        let mut text = String::new();
        while text.len() < DOCUMENT {
            sentences += 1;
            if every.is_some_and(|every| sentences % every == 0) {
                let (whole, part) = (draw.below(90) + 1, draw.below(10));
                let (one, other, year) = (draw.of(COUNTRIES), draw.of(COUNTRIES), 2000 + draw.below(25));
                text += &format!("Trade between {one} and {other} amounted to ${whole}.{part} billion in {year}. ");
            } else {
                let (who, did, what, how) = (draw.of(WHO), draw.of(DID), draw.of(WHAT), draw.of(HOW));
                text += &format!("{who} {did} {what} {how}. ");
            }
            if draw.below(6) == 0 {
                text += "\n\n";
            }
        }
        size += text.len();
        documents.push(Document::new(format!("made-{}", documents.len()), text));
    }
    documents
}

/// A xorshift generator: the same numbers on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

const COUNTRIES: &[&str] =
    &["China", "Kazakhstan", "Uzbekistan", "Turkmenistan", "Germany", "Japan", "Brazil", "Norway", "Egypt", "Turkey"];
const WHO: &[&str] = &[
    "The foreign minister",
    "A spokeswoman for the harbour office",
    "The delegation from the eastern provinces",
    "An editor of the evening paper",
    "The head of the railway union",
    "A group of young engineers",
    "The mayor, who had arrived late,",
    "According to people at the table, the ambassador",
    "The chairman of the energy committee",
    "A farmer from the river valley",
];
const DID: &[&str] = &[
    "praised",
    "spoke at length about",
    "has often defended",
    "warned against",
    "was asked about",
    "promised to look into",
    "declined to comment on",
    "will soon visit",
    "made light of",
    "remembered",
];
const WHAT: &[&str] = &[
    "the long friendship of the neighbouring peoples",
    "the new customs house and its quiet garden",
    "gas deliveries through the old pipeline",
    "the state of the mountain road",
    "an exhibition of carpets and musical instruments",
    "plans for closer cooperation in trade and transport",
    "the return of the night train",
    "a scholarship for students of languages",
    "exports of cotton, fruit and machines",
    "the level of water in the reservoir",
];
const HOW: &[&str] = &[
    "on the sidelines of the meeting",
    "while reporters waited in the rain",
    "without going into detail",
    "in a letter to the newspaper",
    "before the guests left for the airport",
    "and thanked the hosts for their patience",
    "as the talks entered their final stage",
    "although nobody had raised the matter",
    "to the applause of the whole room",
    "over tea and dried apricots",
];

criterion_group!(benches, extract);
criterion_main!(benches);
