//! The sockets: HTTP on loopback, one thread that listens and a few beside it that work.

use super::answer::{Answer, Call, answer};
use super::stage::Stage;
use crate::desk::gate::{Claim, HEADERS, Refused};
use crate::read::LARGEST_INPUT;
use anyhow::Result;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HOST, HeaderName, HeaderValue, ORIGIN};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::TcpListener;
use std::time::Duration;

/// Bytes of the largest body: a file, or the YAML of one with what is said of it.
const LARGEST_BODY: usize = 2 * LARGEST_INPUT;

/// Bytes of all headers of a request.
const LARGEST_HEADERS: usize = 16 * 1024;

/// How long a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// Requests that are worked on at a time.
const HANDS: usize = 4;

/// Serves until the program is stopped.
pub(super) fn serve(listener: TcpListener, stage: &'static Stage) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(HANDS).build()?;
    listener.set_nonblocking(true)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            // A caller that has gone again is no reason to stop.
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            tokio::spawn(async move {
                let service = service_fn(move |request| hear(request, stage));
                let mut server = http1::Builder::new();
                server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LARGEST_HEADERS);
                // What became of one connection concerns nobody else.
                let _ = server.serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

async fn hear(request: Request<Incoming>, stage: &'static Stage) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(written(heard(request, stage).await))
}

async fn heard(request: Request<Incoming>, stage: &'static Stage) -> Answer {
    let text = |name: HeaderName| request.headers().get(name).map(|it| it.to_str().unwrap_or("?").to_owned());
    let (host, origin, site) = (text(HOST), text(ORIGIN), text(HeaderName::from_static("sec-fetch-site")));
    let acts = request.method() != Method::GET && request.method() != Method::HEAD;
    let claim = Claim {
        path: request.uri().path(),
        host: host.as_deref(),
        origin: origin.as_deref(),
        site: site.as_deref(),
        acts,
    };
    let what = match stage.gate.admit(claim) {
        Ok(what) => what.to_owned(),
        Err(refused) => return refusal(refused),
    };
    let query = request.uri().query().unwrap_or_default().to_owned();
    let body = Limited::new(request.into_body(), LARGEST_BODY).collect();
    let body = match tokio::time::timeout(PATIENCE, body).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(_)) => return Answer::fault(413, "terlalu besar / too large"),
        Err(_) => return Answer::fault(408, "terlalu lama / too slow"),
    };
    let work = move || answer(&Call { what: &what, query: &query, body: &body, acts }, stage);
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Answer::fault(500, "kesalahan di dalam program `sop` sendiri / internal error of `sop`"))
}

fn refusal(refused: Refused) -> Answer {
    let why = match refused {
        Refused::Host => "alamat ini bukan alamat meja SOP / this is not the address of the desk",
        Refused::Origin => "permintaan dari halaman lain ditolak / requests of other pages are refused",
        Refused::Secret => {
            "kunci alamat tidak cocok; pakai alamat yang ditampilkan `sop desk` / wrong secret; use the address that `sop desk` printed"
        }
    };
    Answer::fault(403, why)
}

fn written(answer: Answer) -> Response<Full<Bytes>> {
    let Answer { status, kind, body, download } = answer;
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if download {
        // The page names the file; a browser that is led here by other ways must not show what is in it.
        headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    }
    response
}
