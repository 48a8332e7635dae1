//! Runs a process and watches how long it and those that it starts take, and how much memory the
//! largest of them needs.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a process may take before it is ended.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    /// Time of processors, where the system tells.
    pub time: Duration,
    /// Time by the clock on the wall, which passes too where the process waits.
    pub patience: Duration,
    /// Resident memory, in bytes.
    pub memory: u64,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With this code.
    Code(i32),
    /// By a signal, as a stack overflow does.
    Signal,
    /// It was ended because it went on for too long.
    TooSlow,
    /// It was ended because it took too much memory.
    TooBig,
}

/// What came of a process.
#[derive(Debug)]
pub struct Outcome {
    /// How it ended.
    pub end: End,
    /// Time by the clock on the wall.
    pub wall: Duration,
    /// Time of processors, where the system tells; else as by the clock. Processes that it started
    /// and waited for count.
    pub time: Duration,
    /// The most resident memory that one process had, in bytes, where the system tells.
    pub peak: u64,
    /// What it printed.
    pub stdout: String,
    /// What it said about that.
    pub stderr: String,
}

/// Runs a command to its end, or to the end of patience. What it prints goes to files in `folder`.
///
/// # Errors
/// Fails where the process cannot be started or waited for.
pub fn run(command: &mut Command, folder: &Path, watch: Watch) -> io::Result<Outcome> {
    let (stdout, stderr) = (folder.join("stdout"), folder.join("stderr"));
    command.stdin(Stdio::null());
    command
        .stdout(File::create(&stdout)?)
        .stderr(File::create(&stderr)?);
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut peak = 0;
    let end = loop {
        // Of a process that has ended but was not waited for, the memory is gone, the time is not.
        peak = peak.max(peak_of(child.id()));
        if has_ended(&mut child) {
            break None;
        }
        if peak > watch.memory {
            break Some(End::TooBig);
        }
        let time = time_of(&child).unwrap_or_default();
        if start.elapsed() > watch.patience || time > watch.time {
            break Some(End::TooSlow);
        }
        sleep(Duration::from_millis(2));
    };
    let wall = start.elapsed();
    let time = time_of(&child).unwrap_or(wall);
    if end.is_some() {
        child.kill()?;
    }
    let status = child.wait()?;
    Ok(Outcome {
        end: end.unwrap_or_else(|| ended(status)),
        wall,
        time,
        peak,
        stdout: text(&stdout)?,
        stderr: text(&stderr)?,
    })
}

fn ended(status: ExitStatus) -> End {
    status.code().map_or(End::Signal, End::Code)
}

fn text(path: &Path) -> io::Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}

/// Returns the most memory that a process or one that it started had so far; 0 where the system does
/// not tell.
fn peak_of(process: u32) -> u64 {
    let (mut peak, mut open) = (0, vec![process]);
    while let Some(process) = open.pop() {
        peak = peak.max(own_peak_of(process));
        open.extend(children_of(process));
    }
    peak
}

/// Returns the processes that one has started and not waited for. Those are few, and below one
/// another no more than a few deep.
fn children_of(process: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{process}/task"));
    let threads = threads.into_iter().flatten().flatten();
    let children = threads.map(|thread| fs::read_to_string(thread.path().join("children")));
    let children: Vec<String> = children.flatten().collect();
    let words = children.iter().flat_map(|line| line.split_whitespace());
    words.filter_map(|word| word.parse().ok()).collect()
}

fn own_peak_of(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| {
        line.trim()
            .trim_end_matches("kB")
            .trim()
            .parse::<u64>()
            .ok()
    });
    kilobytes.unwrap_or_default() * 1024
}

/// Returns the fields of a process's line in `/proc`, from its state on.
fn fields_of(child: &Child) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    let behind_name = line.rsplit_once(')')?.1;
    Some(behind_name.split_whitespace().map(str::to_owned).collect())
}

fn has_ended(child: &mut Child) -> bool {
    match fields_of(child) {
        Some(fields) => fields.first().is_some_and(|state| state == "Z"),
        None => child.try_wait().is_ok_and(|status| status.is_some()),
    }
}

fn time_of(child: &Child) -> Option<Duration> {
    let fields = fields_of(child)?;
    // Its own in user and system mode, then those of children that it waited for.
    let times = fields.get(11..15)?.iter();
    let ticks = times
        .map(|time| time.parse::<u64>().ok())
        .sum::<Option<u64>>()?;
    // Linux counts in hundredths of a second for all programs.
    Some(Duration::from_millis(ticks * 10))
}
