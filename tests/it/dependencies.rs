//! What the crate must never bring with it.

use std::collections::BTreeSet;
use std::process::Command;

/// Crates that talk to the network or encrypt: reading texts needs neither.
const UNWANTED: &[&str] = &[
    "aws-lc-rs",
    "curl",
    "h2",
    "hyper",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "native-tls",
    "object_store",
    "openssl",
    "openssl-sys",
    "reqwest",
    "ring",
    "rustls",
    "schannel",
    "security-framework",
    "surf",
    "tokio-rustls",
    "tokio-native-tls",
    "tungstenite",
    "ureq",
];

/// The tree is cargo's own, with the features that this test is built with: `Cargo.lock` also names what no feature
/// brings. Everything in it was needed to build the test, so nothing is downloaded.
#[test]
fn no_http_and_no_tls_is_in_the_tree() {
    let features: Vec<&str> = [
        ("cli", cfg!(feature = "cli")),
        ("polars", cfg!(feature = "polars")),
        ("reconcile", cfg!(feature = "reconcile")),
        ("html", cfg!(feature = "html")),
        ("compressed", cfg!(feature = "compressed")),
        ("chart", cfg!(feature = "chart")),
    ]
    .into_iter()
    .filter_map(|(name, on)| on.then_some(name))
    .collect();
    let tree = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--offline", "--edges", "normal,build,dev", "--prefix", "none", "--format", "{p}"])
        .args(["--no-default-features", "--features", &features.join(",")])
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains("bilateral") && names.contains("serde"), "{names:?}");
    let found: Vec<_> = names.iter().filter(|name| UNWANTED.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}
