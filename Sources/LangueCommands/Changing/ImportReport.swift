import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// What an import changes, and what it does not take over.
struct ImportReport {
  let merges: [ImportedFiles.Merge]
  let changes: [CatalogChange]
  let isDryRun: Bool

  /// Whether something was not taken over.
  var isFaulty: Bool { !findings.isEmpty }

  /// The differences, where nothing was written, and a line for each locale.
  var text: String {
    var lines: [String] = []
    for merge in merges {
      if isDryRun {
        lines += merge.result.changes.flatMap(difference)
        lines += merge.result.unfinished.map { "\(PrintableText($0)) unfinished: passed over" }
      }
      lines.append(summary(merge))
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// What is wrong with the files, each conflict at its place, and what was mended.
  var faults: String {
    let lines = Failure(findings + remarks).reasons + merges.compactMap(Self.unknownExport)
    return lines.map { "langue: \(PrintableText($0))\n" }.joined()
  }

  private var findings: [Finding] {
    merges.flatMap { merge in
      let lines = LineIndex(merge.file.bytes)
      let conflicts = merge.result.conflicts.map { conflict in
        Finding(
          rule: "conflict", severity: .error, locale: merge.catalogs.locale.tag, key: conflict.key,
          file: merge.path, range: merge.file.place(of: conflict.key).map { lines.range($0) },
          message: conflict.message, help: Self.help(conflict))
      }
      return merge.file.findings.filter { $0.severity == .error } + conflicts
    }
  }

  private var remarks: [Finding] {
    merges.flatMap { merge in
      let lines = LineIndex(merge.file.bytes)
      return merge.result.remarks.map { remark in
        Finding(
          rule: "variable", severity: .warning, locale: merge.catalogs.locale.tag,
          key: remark.key, file: merge.path,
          range: merge.file.place(of: remark.key).map { lines.range($0) },
          message: "`\(remark.key)`: \(remark.message)")
      }
    }
  }

  /// What may have been lost where nothing is known of the export.
  private static func unknownExport(_ merge: ImportedFiles.Merge) -> String? {
    let replaced = merge.result.changes.count { $0.oldText != nil && $0.oldText != $0.text }
    guard replaced > 0, !merge.file.knowsItsExport else { return nil }
    return
      "\(merge.path): what was changed here since the export is not known; name the exported file "
      + "with --base to keep it"
  }

  private static func help(_ conflict: TranslationMerge.Conflict) -> String? {
    switch conflict.reason {
    case .changedSince, .reviewed, .newerSource:
      conflict.currentText.map { "it stays `\($0)`; the file has `\(conflict.incomingText)`" }
    case .unknownKey: "the key was removed or renamed since"
    case .broken: "the file has `\(conflict.incomingText)`"
    case .givenTwice: "the second is `\(conflict.incomingText)`"
    }
  }

  private func difference(_ change: TranslationMerge.Change) -> [String] {
    var lines = ["\(change.key)\(change.oldText == nil ? " (new)" : "") \(change.state.rawValue)"]
    func marked(_ mark: String, _ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(mark) \($0)" }
    }
    if let old = change.oldText, old != change.text { lines += marked("-", old) }
    if change.oldText != change.text { lines += marked("+", change.text) }
    return lines.map { "\(PrintableText($0))" }
  }

  private func summary(_ merge: ImportedFiles.Merge) -> String {
    let result = merge.result
    let new = result.changes.count { $0.oldText == nil }
    let parts = [
      new > 0 ? "\(new) new" : nil,
      result.changes.count > new ? "\(result.changes.count - new) changed" : nil,
      result.unchanged.isEmpty ? nil : "\(result.unchanged.count) as they were",
      result.unfinished.isEmpty ? nil : "\(result.unfinished.count) unfinished",
      result.conflicts.isEmpty ? nil : "\(result.conflicts.count) not taken over",
    ].compactMap { $0 }
    let what = parts.isEmpty ? "no translations" : parts.joined(separator: ", ")
    let verb = isDryRun ? "would import" : "imported"
    return "\(merge.catalogs.locale): \(verb) \(merge.path): \(what)"
  }
}
