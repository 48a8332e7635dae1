//! Ways out of the description's folder, and to the network.

use std::path::Path;

use super::write::{RESPONSES, file, list, schemas};
use super::{CANARY, Case};

/// Returns the cases, in which `url` is a place that must not be asked.
pub(super) fn cases(url: &str) -> Vec<Case> {
    let mut cases = by_name(url);
    cases.extend(by_links());
    let url = url.to_owned();
    cases.push(Case::text(
        "escape: a URL in every place",
        "a.json",
        move || everywhere(&url),
    ));
    cases
}

/// References by their text alone; the canary stands where some of them lead.
fn by_name(url: &str) -> Vec<Case> {
    let mut targets: Vec<(String, String)> = [
        ("an absolute path", "/etc/passwd"),
        ("one folder up", "../outside/canary.json"),
        ("far up", "../../../../../../../../etc/passwd"),
        ("up in the middle", "b/../../outside/canary.json"),
        ("up, encoded", "%2e%2e/outside/canary.json"),
        ("up, encoded slash", "..%2Foutside%2Fcanary.json"),
        ("up, encoded twice", "%252e%252e/outside/canary.json"),
        (
            "up, wide characters",
            "\u{ff0e}\u{ff0e}/outside/canary.json",
        ),
        ("up, backslashes", "..\\\\outside\\\\canary.json"),
        ("file:///", "file:///etc/passwd"),
        ("file:", "file:../outside/canary.json"),
        ("FILE://localhost", "FILE://localhost/etc/passwd"),
        ("a share", "\\\\\\\\host\\\\share\\\\a.json"),
        ("a drive", "C:\\\\Windows\\\\win.ini"),
        ("a drive with slashes", "c:/Windows/win.ini"),
        ("two slashes", "//host.invalid/a.json"),
        ("data:", "data:application/json,{}"),
        ("jar:", "jar:file:///a.jar!/b.json"),
        ("NUL", "a.json\\u0000.txt"),
        ("a device", "/dev/zero"),
        ("a process", "/proc/self/environ"),
        ("nothing", ""),
        ("a folder", "."),
        ("the folder above", ".."),
        ("blanks", " "),
        ("a query", "a.json?b=c"),
    ]
    .map(|(name, target)| (name.to_owned(), target.to_owned()))
    .to_vec();
    targets.push(("http".to_owned(), format!("{url}/a.json")));
    targets.push((
        "HTTP".to_owned(),
        format!("{}/a.json#/b", url.to_uppercase()),
    ));
    targets.push((
        "no scheme".to_owned(),
        format!("{}/a.json", url.trim_start_matches("http:")),
    ));
    let one = |(name, target): (String, String)| {
        Case::new(format!("escape: {name}"), "inside/a.json", move |folder| {
            canary(folder);
            let schema = format!(
                "\"S0\":{{\"$ref\":\"{target}\"}},\"S1\":{{\"allOf\":[{{\"$ref\":\"{target}#/a\"}}]}}"
            );
            file(folder, "inside/a.json", schemas(&schema).as_bytes());
        })
    };
    targets.into_iter().map(one).collect()
}

fn canary(folder: &Path) {
    let text = format!(
        "{{\"type\":\"string\",\"description\":\"{CANARY}\",\"a\":{{\"title\":\"{CANARY}\"}}}}"
    );
    file(folder, "outside/canary.json", text.as_bytes());
}

#[cfg(not(unix))]
fn by_links() -> Vec<Case> {
    Vec::new()
}

/// Names in the folder that lead out of it, or to something that is no file.
#[cfg(unix)]
fn by_links() -> Vec<Case> {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let root = |folder: &Path, target: &str| {
        canary(folder);
        let schema = format!("\"S0\":{{\"$ref\":\"{target}\"}}");
        file(folder, "inside/a.json", schemas(&schema).as_bytes());
    };
    let link = |name: &str, to: &'static str| {
        Case::new(format!("escape: {name}"), "inside/a.json", move |folder| {
            root(folder, "link");
            symlink(to, folder.join("inside/link")).expect("links can be made");
        })
    };
    let pipe = |path: &Path| {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo");
    };
    vec![
        link("a link to a file outside", "../outside/canary.json"),
        link("a link to a system's file", "/etc/passwd"),
        link("a link to a device", "/dev/zero"),
        link("a link to itself", "link"),
        link("a link to nothing", "nothing"),
        link("a link to the folder", "."),
        Case::new(
            "escape: a link to a folder outside",
            "inside/a.json",
            move |folder| {
                root(folder, "link/canary.json");
                symlink("../outside", folder.join("inside/link")).expect("links can be made");
            },
        ),
        Case::new("escape: a folder", "inside/a.json", move |folder| {
            root(folder, "folder.json");
            std::fs::create_dir(folder.join("inside/folder.json")).expect("it is new");
        }),
        Case::new("escape: a pipe", "inside/a.json", move |folder| {
            root(folder, "pipe");
            pipe(&folder.join("inside/pipe"));
        }),
        Case::new(
            "escape: a link to a pipe outside",
            "inside/a.json",
            move |folder| {
                root(folder, "link");
                pipe(&folder.join("outside/pipe"));
                symlink("../outside/pipe", folder.join("inside/link")).expect("links can be made");
            },
        ),
        Case::new(
            "escape: a pipe outside, by its name",
            "inside/a.json",
            move |folder| {
                root(folder, "../outside/pipe");
                pipe(&folder.join("outside/pipe"));
            },
        ),
        Case::new(
            "escape: a pipe is the description",
            "a.yaml",
            move |folder| {
                pipe(&folder.join("a.yaml"));
            },
        ),
        Case::new("escape: a folder is the description", "a.yaml", |folder| {
            std::fs::create_dir(folder.join("a.yaml")).expect("it is new");
        }),
        Case::new("escape: a device is the description", "a.yaml", |folder| {
            symlink("/dev/zero", folder.join("a.yaml")).expect("links can be made");
        }),
        Case::new(
            "escape: a file without rights",
            "inside/a.json",
            move |folder| {
                use std::os::unix::fs::PermissionsExt;
                root(folder, "closed.json");
                file(folder, "inside/closed.json", b"{}");
                let none = std::fs::Permissions::from_mode(0o0);
                std::fs::set_permissions(folder.join("inside/closed.json"), none)
                    .expect("it is ours");
            },
        ),
    ]
}

/// A description that names a URL in every place that can hold one.
fn everywhere(url: &str) -> String {
    let kinds = [
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
        "pathItems",
        "mediaTypes",
    ];
    let references = list(kinds.len(), |n| {
        format!(r#""{0}":{{"R":{{"$ref":"{url}/{0}"}}}}"#, kinds[n])
    });
    let flow = format!(
        r#"{{"authorizationUrl":"{url}/o1","tokenUrl":"{url}/o2","refreshUrl":"{url}/o3","scopes":{{}}}}"#
    );
    format!(
        r#"{{"openapi":"3.1.0","$schema":"{url}/s0","$self":"{url}/self","jsonSchemaDialect":"{url}/s1","info":{{"title":"t","version":"1","termsOfService":"{url}/t","contact":{{"url":"{url}/c"}},"license":{{"name":"l","url":"{url}/l"}}}},"externalDocs":{{"url":"{url}/e"}},"servers":[{{"url":"{url}"}}],"tags":[{{"name":"a","externalDocs":{{"url":"{url}/tag"}}}}],"paths":{{"/r":{{"$ref":"{url}/path"}},"/a":{{"servers":[{{"url":"{url}/p"}}],"get":{{"operationId":"a","externalDocs":{{"url":"{url}/e2"}},"servers":[{{"url":"{url}/o"}}],{RESPONSES}}},"post":{{"operationId":"b","requestBody":{{"$ref":"{url}/body"}},"callbacks":{{"c":{{"{url}/callback":{{"post":{{{RESPONSES}}}}}}}}},"responses":{{"200":{{"description":"d","links":{{"l":{{"operationRef":"{url}/op","server":{{"url":"{url}/ls"}}}}}},"content":{{"application/json":{{"schema":{{"$id":"{url}/id","$schema":"{url}/s2","$ref":"{url}/schema","$dynamicRef":"{url}/dynamic","externalDocs":{{"url":"{url}/e3"}},"xml":{{"namespace":"{url}/x"}},"discriminator":{{"propertyName":"k","mapping":{{"m":"{url}/m"}}}}}},"examples":{{"x":{{"externalValue":"{url}/v"}}}}}}}}}}}}}}}}}},"components":{{{references},"securitySchemes":{{"o":{{"type":"oauth2","flows":{{"authorizationCode":{flow},"implicit":{flow},"password":{flow},"clientCredentials":{flow}}}}},"i":{{"type":"openIdConnect","openIdConnectUrl":"{url}/oid"}}}}}}}}"#
    )
}
