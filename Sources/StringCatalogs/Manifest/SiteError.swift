public import Diagnostics

/// Why a site cannot be worked on at all: its manifest or its folders are not in order.
///
/// Every fault of a manifest is here, not only the first. A command prints them and exits with 2.
public struct SiteError: Error, Hashable, Sendable {
  public var findings: [Finding]

  public init(_ findings: [Finding]) {
    self.findings = findings
  }

  /// A file or folder that could not be read; `file` is its path below the site's folder.
  init(_ error: FileError, file: String) {
    var shown = error
    shown.path = file
    findings = [
      Finding(
        rule: shown.rule, severity: .error, file: file, message: shown.message, help: shown.help)
    ]
  }
}
