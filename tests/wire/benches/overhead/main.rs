//! What a generated call costs over one written by hand with `reqwest`: time of the processor for each
//! request, on loopback.
//!
//! Both send the same bytes over connections with the same settings and read the same answer. They take
//! turns in one process, so that whatever else the machine does befalls both. What counts is the time of
//! this thread, on which everything runs but the server. The program fails where the median of the ratios
//! is above what is allowed.

#![allow(clippy::print_stdout, reason = "figures are to be seen")]

mod by_hand;
mod server;

use std::process::ExitCode;
use std::str::FromStr;

use partner_center::models::CustomerQualification;
use partner_center::{Client, runtime};
use runtime::transport::reqwest::Reqwest;

use by_hand::{ByHand, Qualification};
use server::serve;

const ROUNDS: usize = 60;
const REQUESTS: u32 = 400;
const ALLOWED: f64 = 1.05;

/// What both send and read.
const QUALIFICATION: [&str; 4] = [
    "GovernmentCommunityCloud",
    "2026-01-01T00:00:00Z",
    "reviewed",
    "InReview",
];
const TOKEN: &str = "a-token-of-some-length-as-they-are";
const REQUEST_ID: &str = "a6a0a1b2-0d7c-4d8a-9c1e-1f2e3d4c5b6a";
const CORRELATION_ID: &str = "0b1c2d3e-4f5a-6b7c-8d9e-0f1a2b3c4d5e";
const VECTOR: &str = "cV.1";

fn main() -> ExitCode {
    let Some(_) = thread_time() else {
        println!("skipped: the system does not tell the time of a thread");
        return ExitCode::SUCCESS;
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be made");
    let url = serve();
    let http = Reqwest::builder().expect("there is TLS");
    let http = http.build().expect("a client can be made");
    let client = Client::builder()
        .server(&*url)
        .bearer_token(TOKEN)
        .transport(Reqwest::from_client(http.clone()))
        .build()
        .expect("a client can be made");
    let by_hand = ByHand { http, url };
    let mut turns = Vec::new();
    for round in 0..=rounds() {
        let generated = || runtime.block_on(crowd(|calls| call_generated(client.clone(), calls)));
        let written = || runtime.block_on(crowd(|calls| call_by_hand(by_hand.clone(), calls)));
        // Whoever is second finds warm caches: they take turns in that too.
        let (ours, theirs) = if round % 2 == 0 {
            let ours = time(generated);
            (ours, time(written))
        } else {
            let theirs = time(written);
            (time(generated), theirs)
        };
        // The first round makes connections.
        if round > 0 {
            turns.push((ours, theirs));
        }
    }
    report(&turns)
}

/// Makes all calls, so many at once as are asked for.
async fn crowd<F: Future<Output = ()> + Send + 'static>(make: impl Fn(u32) -> F) {
    let at_once =
        from_environment("ENGROSS_AT_ONCE").map_or(1, |wanted: u32| wanted.clamp(1, REQUESTS));
    let tasks: Vec<_> = (0..at_once)
        .map(|_| tokio::spawn(make(REQUESTS / at_once)))
        .collect();
    for task in tasks {
        task.await.expect("no call panics");
    }
}

async fn call_generated(client: Client, calls: u32) {
    for _ in 0..calls {
        let [qualification, date, reason, status] = QUALIFICATION.map(|text| Some(text.to_owned()));
        let body = CustomerQualification {
            qualification,
            vetting_create_date: date,
            vetting_reason: reason,
            vetting_status: status,
            ..CustomerQualification::default()
        };
        let call = client
            .create_customer_qualifications("1", "customer")
            .code("code")
            .ms_requestid(REQUEST_ID)
            .ms_correlationid(CORRELATION_ID)
            .ms_cv(VECTOR)
            .body(body);
        let answer = call.send().await.expect("the server answers");
        let read = answer.into_inner().qualifications;
        assert_eq!(read.map(|list| list.len()), Some(2));
    }
}

async fn call_by_hand(client: ByHand, calls: u32) {
    for _ in 0..calls {
        let [qualification, date, reason, status] = QUALIFICATION.map(|text| Some(text.to_owned()));
        let body = Qualification {
            qualification,
            vetting_create_date: date,
            vetting_reason: reason,
            vetting_status: status,
        };
        let answer = client.create("1", "customer", "code", &body).await;
        let read = answer.expect("the server answers").qualifications;
        assert_eq!(read.map(|list| list.len()), Some(2));
    }
}

/// Fewer are enough for a profiler.
fn rounds() -> usize {
    from_environment("ENGROSS_ROUNDS").map_or(ROUNDS, |rounds: usize| rounds.max(1))
}

fn from_environment<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// Returns the microseconds that each request took.
fn time(calls: impl FnOnce()) -> f64 {
    let before = thread_time().expect("it told before");
    calls();
    let after = thread_time().expect("it told before");
    f64::from(u32::try_from(after - before).unwrap_or(u32::MAX)) / 1000.0 / f64::from(REQUESTS)
}

/// The nanoseconds that this thread ran, where the system tells.
fn thread_time() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

fn report(turns: &[(f64, f64)]) -> ExitCode {
    let ours = median(turns.iter().map(|(ours, _)| *ours));
    let theirs = median(turns.iter().map(|(_, theirs)| *theirs));
    let ratio = median(turns.iter().map(|(ours, theirs)| ours / theirs));
    println!(
        "generated: {ours:.1} µs of processor time for a request (median of {} times {REQUESTS})",
        turns.len()
    );
    println!("by hand:   {theirs:.1} µs");
    println!("ratio:     {ratio:.3} (at most {ALLOWED})");
    if ratio <= ALLOWED {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
