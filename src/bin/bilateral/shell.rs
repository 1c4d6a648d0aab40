//! `bilateral completions` and `bilateral man`: what a shell and a manual want.

use std::io::Write as _;
use std::path::PathBuf;

use clap::CommandFactory as _;

use crate::Cli;
use crate::output::{Ending, Failure, Output};

/// Write the completions of a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral completions bash > ~/.local/share/bash-completion/completions/bilateral
  bilateral completions zsh > ~/.zfunc/_bilateral

Exit status: 0 all well, 2 nothing could be done.")]
pub struct Completions {
    /// Which shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Write the manual pages
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral man | man -l -
  bilateral man --folder ~/.local/share/man/man1

Exit status: 0 all well, 2 nothing could be done.")]
pub struct Man {
    /// Write a page of the program and one of each subcommand into this folder
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub fn completions(args: &Completions) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "bilateral", &mut script);
    put(None, &script)
}

pub fn man(args: &Man) -> Result<Ending, Failure> {
    let mut command = Cli::command();
    command.build();
    let page = |command: &clap::Command, name: &str| {
        let mut page = Vec::new();
        let command = command.clone().name(name.to_owned());
        // Writing into memory cannot fail.
        let _ = clap_mangen::Man::new(command).render(&mut page);
        page
    };
    let Some(folder) = &args.folder else { return put(None, &page(&command, "bilateral")) };
    put(Some(folder.join("bilateral.1")), &page(&command, "bilateral"))?;
    for sub in command.get_subcommands() {
        let name = format!("bilateral-{}", sub.get_name());
        put(Some(folder.join(format!("{name}.1"))), &page(sub, &name))?;
    }
    Ok(Ending::Whole)
}

fn put(path: Option<PathBuf>, bytes: &[u8]) -> Result<Ending, Failure> {
    let mut output = Output::open(path.as_deref())?;
    output.write_all(bytes).map_err(|cause| output.failure(cause))?;
    output.finish()?;
    Ok(Ending::Whole)
}
