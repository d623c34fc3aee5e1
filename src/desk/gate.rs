//! Which requests are heard: those of the page itself, which knows the secret of this run, and nobody else's.
//!
//! The server listens on loopback only, but so may any page in the same browser speak to loopback. Hence three locks: the secret in the
//! address, the `Host` that the browser was told (which a foreign name that resolves to loopback does not have), and the `Origin` of
//! whatever changes something.

/// What a request says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Claim<'r> {
    /// The path, from its first `/`.
    pub path: &'r str,
    /// `Host`.
    pub host: Option<&'r str>,
    /// `Origin`.
    pub origin: Option<&'r str>,
    /// `Sec-Fetch-Site`.
    pub site: Option<&'r str>,
    /// It may change something: it is no `GET`.
    pub acts: bool,
}

/// Why a request is not heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It was sent to another name or port.
    Host,
    /// Another page sent it.
    Origin,
    /// It does not know the secret.
    Secret,
}

/// The locks of one run.
#[derive(Debug, Clone)]
pub struct Gate {
    secret: String,
    port: u16,
}

impl Gate {
    /// With that secret, on that port of loopback.
    pub fn new(secret: String, port: u16) -> Self {
        Self { secret, port }
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.secret)
    }

    /// What is asked for, without the secret and its slash.
    ///
    /// # Errors
    /// When the request is not one of this page.
    pub fn admit<'r>(&self, claim: Claim<'r>) -> Result<&'r str, Refused> {
        let is_here = |host: &str| self.hosts().iter().any(|own| own == host);
        if !claim.host.is_some_and(is_here) {
            return Err(Refused::Host);
        }
        let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(is_here);
        let is_foreign_site = claim.site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
        let may = match claim.origin {
            Some(origin) => is_own(origin),
            None => !claim.acts,
        };
        if !may || is_foreign_site {
            return Err(Refused::Origin);
        }
        let (secret, rest) = claim.path.strip_prefix('/').and_then(|it| it.split_once('/')).ok_or(Refused::Secret)?;
        if is_same(secret.as_bytes(), self.secret.as_bytes()) { Ok(rest) } else { Err(Refused::Secret) }
    }

    fn hosts(&self) -> [String; 2] {
        [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)]
    }
}

/// Compares without telling by its time how much is right.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other)) == 0
}

/// What every answer says, so that nothing foreign runs on the page, nothing of it is kept, and no other page shows it.
pub const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("cache-control", "no-store"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(change: impl FnOnce(&mut Claim<'static>)) -> Result<&'static str, Refused> {
        let mut claim = Claim { path: "/abc/api/look", host: Some("127.0.0.1:8000"), ..Claim::default() };
        change(&mut claim);
        Gate::new("abc".to_owned(), 8000).admit(claim)
    }

    #[test]
    fn only_the_page_itself_is_heard() {
        assert_eq!(asked(|_| ()), Ok("api/look"));
        assert_eq!(asked(|it| it.host = Some("localhost:8000")), Ok("api/look"));
        assert_eq!(asked(|it| (it.acts, it.origin) = (true, Some("http://127.0.0.1:8000"))), Ok("api/look"));
        for host in [None, Some("127.0.0.1"), Some("127.0.0.1:8001"), Some("jahat.example:8000"), Some("")] {
            assert_eq!(asked(|it| it.host = host), Err(Refused::Host), "{host:?}");
        }
        for path in ["/", "", "/abd/api/look", "/ab/", "//api/look", "/abcd/", "/abc"] {
            assert_eq!(asked(|it| it.path = path), Err(Refused::Secret), "{path}");
        }
    }

    #[test]
    fn other_pages_are_not_heard() {
        assert_eq!(asked(|it| it.acts = true), Err(Refused::Origin));
        for origin in ["null", "http://jahat.example", "https://127.0.0.1:8000", "http://127.0.0.1:8001"] {
            assert_eq!(asked(|it| it.origin = Some(origin)), Err(Refused::Origin), "{origin}");
        }
        assert_eq!(asked(|it| it.site = Some("cross-site")), Err(Refused::Origin));
        assert_eq!(asked(|it| it.site = Some("none")), Ok("api/look"));
    }
}
