# What continuous integration runs.
ci:
    bash .ci/run

# Facts against those that a reader found, where ../shared is there; `just score --errors` lists each miss.
score *options:
    cargo build --quiet
    bash scripts/score {{options}}

# Megabytes of text a second; write what you measure into benches/RECORD.md.
bench:
    cargo bench --no-default-features --bench extract
