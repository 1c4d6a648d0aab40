//! SDMX-CSV 2.0: what statistical offices exchange.
//!
//! Each observation is a row under the structure `BILATERAL:BILATERAL(1.0)`, which [`structure()`](structure) gives as SDMX-ML 2.1. The
//! mapping to the concepts and code lists of SDMX:
//!
//! | column | role | holds | of the record |
//! | --- | --- | --- | --- |
//! | `FREQ` | dimension, CL_FREQ | `A`, `S`, `Q`, `M`, `D`; `N` for other stretches | period |
//! | `REF_AREA` | dimension, ISO 3166-1 alpha-3 or a group | whose figure; `_X` where that is open | reporter |
//! | `COUNTERPART_AREA` | dimension, the same, and `W` for the world | the other side | partner |
//! | `INDICATOR` | dimension | `TURNOVER`, `EXPORTS`, ... | indicator |
//! | `COMMODITY` | dimension | `NATURAL_GAS`, ...; `_T` for goods in total | commodity |
//! | `UNIT_MEASURE` | dimension | `USD`, `M3`, `T`, `KWH`, ...; rates as `M3_PER_YEAR` | unit |
//! | `SOURCE` | dimension | the document's id, and a number for each further figure of the cell | document |
//! | `TIME_PERIOD` | time dimension | `2023`, `2023-Q1`, `2023-S1`, `2023-03`; others as `2023-01-01/P8M` | period |
//! | `OBS_VALUE` | measure | the exact decimal; for a range its lower end | value |
//! | `UNIT_MULT` | attribute, CL_UNIT_MULT | always `0` | |
//! | `OBS_STATUS` | attribute, CL_OBS_STATUS | `A` stated, `E` implied, `F` target or forecast | status, origin |
//! | `DECIMALS` | attribute, CL_DECIMALS | digits after the point | |
//! | `LOWER`, `UPPER` | attributes | what rounding and wording leave open; empty without end | bound, quantum |
//! | `BOUND` | attribute | `exact`, `about`, `at_least`, `at_most` | bound |
//! | `PUBLISHER`, `TITLE` | attributes | who says it, and the words it is said in | source, quote |

use std::collections::HashMap;
use std::io::Write;

use crate::error::{Error, ErrorKind, Result};
use crate::model::{Commodity, Frequency, Party, Period, Status, Unit};
use crate::series::{Dataset, Observation, Series};

/// The columns, in their order.
const COLUMNS: [&str; 18] = [
    "FREQ",
    "REF_AREA",
    "COUNTERPART_AREA",
    "INDICATOR",
    "COMMODITY",
    "UNIT_MEASURE",
    "SOURCE",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MULT",
    "OBS_STATUS",
    "DECIMALS",
    "LOWER",
    "UPPER",
    "BOUND",
    "PUBLISHER",
    "TITLE",
    "PERIOD_TEXT",
];

/// How many of [`COLUMNS`] are dimensions, the time dimension included.
const DIMENSIONS: usize = 8;

/// The observations of a dataset as SDMX-CSV 2.0.
///
/// ```
/// use bilateral::{Dataset, Document, Extractor, report};
/// let document = Document::new("a1", "In 2022, trade between China and Turkmenistan amounted to $11.181 billion.");
/// let dataset = Dataset::new(&Extractor::new().facts(&document), &[document]);
/// let mut out = Vec::new();
/// report::write_sdmx(&dataset, &mut out)?;
/// let rows = String::from_utf8(out).unwrap();
/// assert!(rows.contains("dataflow,BILATERAL:BILATERAL(1.0),I,A,CHN,TKM,TURNOVER,_T,USD,a1,2022,11181000000,0,A"));
/// # Ok::<(), bilateral::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::Io`] where `out` takes no more.
pub fn write_sdmx(dataset: &Dataset, out: &mut dyn Write) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let failed =
        |cause: csv::Error| Error::new(ErrorKind::Io, format!("cannot write SDMX-CSV: {cause}")).caused_by(cause);
    let heading = ["STRUCTURE", "STRUCTURE_ID", "ACTION"].into_iter().chain(COLUMNS);
    writer.write_record(heading).map_err(failed)?;
    for series in dataset.series() {
        let mut told: HashMap<(Period, &str), usize> = HashMap::new();
        for observation in series.observations() {
            let nth = told.entry((observation.period, &observation.document)).or_default();
            *nth += 1;
            let row = row(dataset, series, observation, *nth);
            let target = ["dataflow", "BILATERAL:BILATERAL(1.0)", "I"].map(str::to_owned);
            writer.write_record(target.iter().chain(&row)).map_err(failed)?;
        }
    }
    writer
        .flush()
        .map_err(|cause| Error::new(ErrorKind::Io, format!("cannot write SDMX-CSV: {cause}")).caused_by(cause))
}

fn row(dataset: &Dataset, series: &Series, observation: &Observation, nth: usize) -> [String; 18] {
    let key = &series.key;
    let area = |party: Option<Party>| match party {
        None => "_X".to_owned(),
        Some(Party::WORLD) => "W".into(),
        Some(party) => party.to_string(),
    };
    let source = if nth == 1 { observation.document.to_string() } else { format!("{}#{nth}", observation.document) };
    let status = match (observation.status, observation.origin.is_stated()) {
        (Status::Target | Status::Forecast, _) => "F",
        (Status::Actual, true) => "A",
        (Status::Actual, false) => "E",
    };
    let quote = observation.fact().and_then(|place| dataset.fact(place)).map_or("", |fact| fact.quote.as_str());
    let end = |value: Option<crate::model::Decimal>| value.map_or(String::new(), |value| value.to_string());
    let quantity = &observation.quantity;
    [
        frequency(key.frequency).into(),
        area(key.reporter),
        area(key.partner),
        key.indicator.as_str().to_ascii_uppercase(),
        key.commodity.as_ref().map_or("_T".into(), goods),
        unit(key.unit),
        super::csv::safe(&source),
        time(&observation.period),
        quantity.value.to_string(),
        "0".into(),
        status.into(),
        quantity.value.scale().to_string(),
        end(observation.interval.lower),
        end(observation.interval.upper),
        quantity.bound.as_str().into(),
        super::csv::safe(observation.source.as_deref().unwrap_or_default()),
        super::csv::safe(&super::layout::flat(quote)),
        observation.period.to_string(),
    ]
}

/// CL_FREQ 2.1; stretches that it has no letter for are `N`.
fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => "A",
        Frequency::HalfYear => "S",
        Frequency::Quarter => "Q",
        Frequency::Month => "M",
        Frequency::Day => "D",
        Frequency::YearToDate(_) | Frequency::Years(_) | Frequency::Span => "N",
    }
}

/// Goods as a code: letters, digits and underscores.
fn goods(commodity: &Commodity) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    commodity.as_str().chars().map(plain).collect()
}

fn unit(unit: Unit) -> String {
    unit.to_string().replace('/', "_PER_").to_ascii_uppercase()
}

/// An observational time period of SDMX: a standard one where there is one, else a time range.
fn time(period: &Period) -> String {
    match period.frequency() {
        Frequency::HalfYear => period.to_string().replace("-H", "-S"),
        Frequency::Annual | Frequency::Quarter | Frequency::Month | Frequency::Day => period.to_string(),
        _ => match period.whole_months() {
            Some(months) => format!("{}/P{months}M", period.first_day()),
            None => format!("{}/P{}D", period.first_day(), period.days()),
        },
    }
}

/// The structure that the rows follow, as SDMX-ML 2.1: concepts, dataflow, dimensions, attributes.
#[must_use]
pub fn structure() -> String {
    let concept = |id: &&str| {
        format!("        <str:Concept id=\"{id}\"><com:Name xml:lang=\"en\">{}</com:Name></str:Concept>\n", meaning(id))
    };
    let reference = |id: &str| {
        format!(
            "<str:ConceptIdentity><Ref id=\"{id}\" maintainableParentID=\"BILATERAL_CONCEPTS\" \
             maintainableParentVersion=\"1.0\" agencyID=\"BILATERAL\" package=\"conceptscheme\" class=\"Concept\"/>\
             </str:ConceptIdentity>"
        )
    };
    let dimensions: String = COLUMNS[..DIMENSIONS - 1]
        .iter()
        .enumerate()
        .map(|(at, id)| {
            format!(
                "            <str:Dimension id=\"{id}\" position=\"{}\">{}</str:Dimension>\n",
                at + 1,
                reference(id)
            )
        })
        .collect();
    let attributes: String = COLUMNS[DIMENSIONS + 1..]
        .iter()
        .map(|id| {
            format!(
                "            <str:Attribute id=\"{id}\" assignmentStatus=\"Conditional\">{}<str:AttributeRelationship>\
                 <str:PrimaryMeasure><Ref id=\"OBS_VALUE\"/></str:PrimaryMeasure></str:AttributeRelationship>\
                 </str:Attribute>\n",
                reference(id)
            )
        })
        .collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
  <mes:Header>
    <mes:ID>BILATERAL</mes:ID>
    <mes:Test>false</mes:Test>
    <mes:Prepared>2026-11-26T00:00:00Z</mes:Prepared>
    <mes:Sender id="BILATERAL"/>
  </mes:Header>
  <mes:Structures>
    <str:Dataflows>
      <str:Dataflow id="BILATERAL" agencyID="BILATERAL" version="1.0" isFinal="true">
        <com:Name xml:lang="en">Bilateral trade and energy, as texts tell them</com:Name>
        <str:Structure><Ref id="BILATERAL" agencyID="BILATERAL" version="1.0" package="datastructure" class="DataStructure"/></str:Structure>
      </str:Dataflow>
    </str:Dataflows>
    <str:Concepts>
      <str:ConceptScheme id="BILATERAL_CONCEPTS" agencyID="BILATERAL" version="1.0" isFinal="true">
        <com:Name xml:lang="en">Concepts</com:Name>
{}      </str:ConceptScheme>
    </str:Concepts>
    <str:DataStructures>
      <str:DataStructure id="BILATERAL" agencyID="BILATERAL" version="1.0" isFinal="true">
        <com:Name xml:lang="en">Bilateral trade and energy</com:Name>
        <str:DataStructureComponents>
          <str:DimensionList id="DimensionDescriptor">
{dimensions}            <str:TimeDimension id="TIME_PERIOD" position="{DIMENSIONS}">{}<str:LocalRepresentation><str:TextFormat textType="ObservationalTimePeriod"/></str:LocalRepresentation></str:TimeDimension>
          </str:DimensionList>
          <str:AttributeList id="AttributeDescriptor">
{attributes}          </str:AttributeList>
          <str:MeasureList id="MeasureDescriptor">
            <str:PrimaryMeasure id="OBS_VALUE">{}</str:PrimaryMeasure>
          </str:MeasureList>
        </str:DataStructureComponents>
      </str:DataStructure>
    </str:DataStructures>
  </mes:Structures>
</mes:Structure>
"#,
        COLUMNS.iter().map(concept).collect::<String>(),
        reference("TIME_PERIOD"),
        reference("OBS_VALUE")
    )
}

/// A concept's name.
fn meaning(id: &str) -> &'static str {
    match id {
        "FREQ" => "Frequency of observation",
        "REF_AREA" => "Reference area",
        "COUNTERPART_AREA" => "Counterpart area",
        "INDICATOR" => "What is counted",
        "COMMODITY" => "Goods",
        "UNIT_MEASURE" => "Unit of measure",
        "SOURCE" => "Document that tells it",
        "TIME_PERIOD" => "Time period",
        "OBS_VALUE" => "Observation value",
        "UNIT_MULT" => "Unit multiplier",
        "OBS_STATUS" => "Observation status",
        "DECIMALS" => "Decimals",
        "LOWER" => "Least value that the wording leaves open",
        "UPPER" => "Greatest value that the wording leaves open",
        "BOUND" => "How the wording hedges it",
        "PUBLISHER" => "Publisher of the document",
        "TITLE" => "The words that carry the value",
        _ => "Period in the form of the fact record",
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, structure, write_sdmx};
    use crate::lexicon::Lexicon;
    use crate::model::Status;
    use crate::official;
    use crate::series::Dataset;
    use crate::series::test_facts::{change, fact, level};

    fn dataset() -> Dataset {
        let mut aim = level("=c", "CHN", "KAZ", "2030", "35000000000", "exact");
        aim.status = Status::Target;
        let gas = fact(
            "b",
            &serde_json::json!({"kind": "level", "indicator": "exports", "commodity": "natural_gas",
            "reporter": "TKM", "partner": "CHN", "period": "2023-01/2023-08", "value": "25000000000", "unit": "m3"}),
        );
        Dataset::from_facts(&[
            level("a", "CHN", "TKM", "2023-Q1", "2648000000", "at_least"),
            level("a", "CHN", "TKM", "2023-H1", "5000000000", "exact"),
            change("a", "CHN", "TKM", "2022", "14.1"),
            level("a", "CHN", "TKM", "2022", "11181000000", "exact"),
            gas,
            aim,
        ])
    }

    #[test]
    fn rows_are_as_the_structure_says() {
        let mut out = Vec::new();
        write_sdmx(&dataset(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        for wanted in [
            "S,CHN,TKM",
            "2023-S1,5000000000",
            "N,TKM,CHN,EXPORTS,NATURAL_GAS,M3,b,2023-01-01/P8M",
            "'=c",
            ",F,",
            ",E,",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut keys: Vec<Vec<String>> = Vec::new();
        for row in reader.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), COLUMNS.len() + 3);
            keys.push(row.iter().skip(3).take(8).map(str::to_owned).collect());
        }
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count, "no key is given twice");
        let structure = structure();
        assert!(COLUMNS.iter().all(|id| structure.contains(&format!("id=\"{id}\""))));
    }

    #[test]
    fn what_is_written_is_read_as_official_figures() {
        let mut out = Vec::new();
        write_sdmx(&dataset(), &mut out).unwrap();
        let official = official::parse(&out, "s.csv", &Lexicon::embedded(), &|_| true).unwrap();
        assert!(official.problems.is_empty(), "{:?}", official.problems);
        let told = |value: &str| official.facts.iter().find(|fact| fact.quantity.value.to_string() == value).unwrap();
        assert_eq!(told("11181000000").period, "2022".parse().ok());
        let gas = told("25000000000");
        assert_eq!((gas.period, gas.quantity.unit), ("2023-01/2023-08".parse().ok(), "m3".parse().unwrap()));
        assert_eq!(gas.commodity.as_ref().unwrap().as_str(), "natural_gas");
        assert_eq!(told("35000000000").status, Status::Forecast);
    }
}
