//! A few rows of each layout, in the words of the issuing pages, with figures of our own.

use super::{Layout, Official, parse};
use crate::lexicon::Lexicon;
use crate::model::{Fact, Party};

fn read(table: &str) -> Official {
    parse(table.as_bytes(), "t.csv", &Lexicon::embedded(), &|_| true).unwrap()
}

/// Each fact in short: `imports CHN TKM natural_gas 2022 1000 USD`.
fn told(official: &Official) -> Vec<String> {
    let of = |fact: &Fact| {
        let name = |party: Option<Party>| party.map_or("-".into(), |party| party.to_string());
        let goods = fact.commodity.as_ref().map_or("-", |goods| goods.as_str());
        let (reporter, partner, period) = (name(fact.reporter), name(fact.partner), fact.period.unwrap());
        let quantity = &fact.quantity;
        format!(
            "{} {reporter} {partner} {goods} {period} {} {}",
            fact.indicator.as_str(),
            quantity.value,
            quantity.unit
        )
    };
    official.facts.iter().map(of).collect()
}

#[test]
fn comtrade_since_2022() {
    let heading = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,\
        flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,cmdCode,\
        cmdDesc,customsCode,motCode,qtyUnitCode,qtyUnitAbbr,qty,netWgt,primaryValue";
    let row = |flow: &str, partner: &str, second: &str, goods: &str, rest: &str| {
        format!(
            "C,A,20220101,2022,52,2022,156,CHN,China,{flow},x,{partner},{second},W00,World,H6,{goods},x,C00,0,{rest}"
        )
    };
    let table = [
        heading.to_owned(),
        row("M", "795,TKM,Turkmenistan", "0", "TOTAL", "-1,N/A,0,0,10313000000"),
        row("M", "795,TKM,Turkmenistan", "0", "271121", "12,m\u{b3},35000000000,25000000000.5,10251000000.25"),
        row("X", "0,W00,World", "0", "TOTAL", "-1,N/A,0,0,3544434108000"),
        row("RX", "795,TKM,Turkmenistan", "0", "TOTAL", "-1,N/A,0,0,5"),
        row("M", "795,TKM,Turkmenistan", "398", "TOTAL", "-1,N/A,0,0,6"),
        row("M", "795,TKM,Turkmenistan", "0", "TOTAL", "-1,N/A,0,0,many"),
    ];
    let official = read(&table.join("\n"));
    assert_eq!(official.layout, Layout::Comtrade);
    assert_eq!(
        told(&official),
        [
            "imports CHN TKM - 2022 10313000000 USD",
            "imports CHN TKM natural_gas 2022 10251000000.25 USD",
            "imports CHN TKM natural_gas 2022 25000000.0005 t",
            "imports CHN TKM natural_gas 2022 35000000000 m3",
            "exports CHN WORLD - 2022 3544434108000 USD",
        ]
    );
    assert_eq!((official.passed_over, official.problems.len()), (2, 1));
    assert!(official.problems[0].to_string().starts_with("t.csv:7: wanted a number"), "{:?}", official.problems);
    for fact in &official.facts {
        assert_eq!(fact.span.of(&table.join("\n")), Some(fact.quote.as_str()));
    }
}

#[test]
fn comtrade_to_2022_however_its_names_are_written() {
    let heading = "Classification,Year,Period,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,\
        Partner,Partner ISO,2nd Partner Code,Mode of Transport Code,Commodity Code,Commodity,Qty Unit,Qty,Netweight (kg),\
        Trade Value (US$),Flag";
    let row =
        "H4,2014,201403,1,Import,156,China,CHN,795,Turkmenistan,TKM,,,271121,Gas,Weight in kilograms,5,5000,7000,0";
    for heading in [heading.to_owned(), heading.replace(" (kg)", "kg").replace(" (US$)", "US")] {
        let official = read(&format!("{heading}\n{row}\n{row},\n"));
        assert_eq!(official.layout, Layout::ComtradeLegacy);
        assert_eq!(
            told(&official)[..2],
            ["imports CHN TKM natural_gas 2014-03 7000 USD", "imports CHN TKM natural_gas 2014-03 5 t",]
        );
        assert_eq!(official.facts.len(), 4, "a row with a field more than the heading is used");
    }
}

#[test]
fn jodi() {
    let official = read(
        "REF_AREA,TIME_PERIOD,ENERGY_PRODUCT,FLOW_BREAKDOWN,UNIT_MEASURE,OBS_VALUE,ASSESSMENT_CODE\n\
         AZ,2024-01,NATGAS,INDPROD,M3,3100.5,1\nAZ,2024-01,NATGAS,TOTEXPSB,TJ,80000,1\nCN,2024-01,NATGAS,IMPLNG,M3,9000,1\n\
         SA,2024-01,CRUDEOIL,TOTEXPSB,KBD,6297,1\nAZ,2024-01,NATGAS,CLOSTLV,M3,5,1\nAZ,2024-02,NATGAS,INDPROD,M3,-,3\n",
    );
    assert_eq!(official.layout, Layout::Jodi);
    assert_eq!(
        told(&official),
        [
            "production AZE - natural_gas 2024-01 3100500000 m3",
            "exports AZE - natural_gas 2024-01 80000000000000000 J",
            "imports CHN - lng 2024-01 9000000000 m3",
            "exports SAU - crude_oil 2024-01 6297000 bbl/day",
        ]
    );
    assert_eq!(official.passed_over, 2);
}

#[test]
fn eurostat_and_comext() {
    let official = read(
        "DATAFLOW,LAST UPDATE,freq,siec,partner,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
         ESTAT:NRG_TI_GAS(1.0),05/04/22,A,G3000,RU,TJ_GCV,EU27_2020,2020,5929770.351,\n\
         ESTAT:NRG_TI_GAS(1.0),05/04/22,A,G3200,TOTAL,TJ_GCV,EL,2020,7.5,\n\
         ESTAT:NRG_TI_GAS(1.0),05/04/22,A,G3000,RU,TJ_GCV,DE,2020,:,c\n",
    );
    assert_eq!(official.layout, Layout::Eurostat);
    assert_eq!(
        told(&official),
        ["imports EU RUS natural_gas 2020 5929770351000000000 J", "imports GRC WORLD lng 2020 7500000000000 J"]
    );
    let official = read(
        "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n\
         ESTAT:DS-045409(1.0),M,DE,CN,TOTAL,2,VALUE_IN_EUROS,2023-01,7400000000\n",
    );
    assert_eq!(told(&official), ["exports DEU CHN - 2023-01 7400000000 EUR"]);
}

#[test]
fn baci_adds_up_totals() {
    let official =
        read("t,i,j,k,v,q\n2022,795,156,271121,9000.5,100\n2022,795,156,520100,10,1\n2022,795,156,520300,5,NA\n");
    assert_eq!(official.layout, Layout::Baci);
    let told = told(&official);
    for wanted in [
        "exports TKM CHN - 2022 9015500 USD",
        "imports CHN TKM - 2022 9015500 USD",
        "exports TKM CHN natural_gas 2022 9000500 USD",
        "imports CHN TKM natural_gas 2022 100 t",
    ] {
        assert!(told.iter().any(|line| line == wanted), "{wanted}: {told:#?}");
    }
    let total = official.facts.iter().find(|fact| fact.commodity.is_none()).unwrap();
    assert_eq!(total.quote, "9000.5 and 2 further rows");
}

#[test]
fn our_world_in_data() {
    let official =
        read("country,year,iso_code,population,gas_production,oil_consumption\nTurkmenistan,2022,TKM,6,783.5,\n");
    assert_eq!(told(&official), ["production TKM - natural_gas 2022 783500000000 kWh"]);
    let official =
        read("Entity,Code,Year,Gas production (TWh)\nWorld,OWID_WRL,2022,40000\nHigh-income countries,,2022,7\n");
    assert_eq!(told(&official), ["production WORLD - natural_gas 2022 40000000000000 kWh"]);
}

#[test]
fn plain_tables_and_what_is_wrong_with_them() {
    let official = read(
        "reporter;partner;indicator;commodity;period;value;unit\nKZ;China;exports;Crude oil;2022-Q1;1,5;thousand t\n\
         Atlantis;CHN;exports;;2022;1;USD\nKAZ;CHN;sales;;2022;1;USD\nKAZ;CHN;exports;;last year;1;USD\nKAZ;CHN\n",
    );
    assert_eq!(told(&official), ["exports KAZ CHN crude_oil 2022-Q1 15000 t"]);
    let said: Vec<String> = official.problems.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 4, "{said:#?}");
    for (line, (problem, word)) in said.iter().zip(["Atlantis", "sales", "last year", "7 cells"]).enumerate() {
        assert!(problem.starts_with(&format!("t.csv:{}: ", line + 3)) && problem.contains(word), "{problem}");
    }
}

#[test]
fn other_tables_are_told() {
    let error = parse(b"a,b,c\n1,2,3\n", "t.csv", &Lexicon::embedded(), &|_| true).unwrap_err();
    assert!(error.to_string().starts_with("t.csv:1: ") && error.to_string().contains("a,b,c"), "{error}");
    assert!(parse(b"", "t.csv", &Lexicon::embedded(), &|_| true).is_err());
}

/// The publishers' own files, where they are at hand.
#[test]
fn published_files() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let file = folder.join("eurostat_nrg_ti_gas.csv");
    if !file.is_file() {
        eprintln!("skipped: there is no {}", file.display());
        return;
    }
    let official = super::read(&file, &Lexicon::embedded(), &|_| true).unwrap();
    assert!(official.problems.is_empty() && official.facts.len() > 1000, "{}", official.facts.len());
    assert!(told(&official).contains(&"imports EU RUS natural_gas 2020 5929770351000000000 J".to_owned()));
}

proptest::proptest! {
    #[test]
    fn no_table_panics(body in "([A-Z]{2,3}|[0-9]{1,8}|[,;\\n\".-]|2022|TOTAL|M|USD|\\PC){0,60}") {
        for heading in [
            "reporter,partner,indicator,commodity,period,value,unit",
            "t,i,j,k,v,q",
            "reporterCode,reporterISO,flowCode,partnerCode,cmdCode,period,primaryValue,netWgt",
            "REF_AREA,TIME_PERIOD,ENERGY_PRODUCT,FLOW_BREAKDOWN,UNIT_MEASURE,OBS_VALUE",
        ] {
            let _ = parse(format!("{heading}\n{body}").as_bytes(), "t.csv", &Lexicon::embedded(), &|_| true);
        }
    }
}
