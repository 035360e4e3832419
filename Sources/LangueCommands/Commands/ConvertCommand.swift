import ArgumentParser
import Diagnostics
import StringCatalogs

struct ConvertCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  enum Dialect: String, CaseIterable, ExpressibleByArgument {
    case icu, formatjs
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: "Carry a message or a catalogue from one message syntax to the other.",
      discussion: """
        langue convert --to mf2 '{n, plural, one {# file} other {# files}}'
        langue convert --to mf2 en.json --output Strings/en/chrome.json

        The result goes to standard output, or to a file. Of a catalogue the keys, their order, the \
        metadata and the layout stay as they are. Whatever the other syntax cannot say, or says a \
        little differently, is told on standard error with its place. If a message cannot be carried \
        over, nothing is written, and the exit code is 1.
        """)
  }

  @Option(help: "The syntax of the result: MessageFormat 2, or ICU's MessageFormat 1.")
  var to: FormatCommand.Syntax

  @Option(help: "Whose MessageFormat 1 it is: FormatJS's has tags, `<b>…</b>`.")
  var dialect: Dialect = .icu

  @Option(help: ArgumentHelp("Write the catalogue to this file.", valueName: "file"))
  var output: String?

  @Flag(help: "With --output: say what would be written, and write nothing.")
  var dryRun = false

  @Option(help: "The result alone, or a report with it as JSON.")
  var format: Format = .text

  @OptionGroup var color: ColorOptions

  @Argument(
    help: ArgumentHelp(
      "A message, or the path of a catalogue: a JSON file of messages (.json, .arb).",
      valueName: "message-or-file"))
  var input: String

  func validate() throws {
    if dryRun, output == nil { throw ValidationError("--dry-run needs --output") }
  }

  func run() throws {
    let conversion = MessageConversion(target: to.kind, dialect: dialect.kind)
    if isFile {
      try convertCatalog(conversion)
    } else if output != nil {
      throw Failure("there is no file `\(input)`: --output is for catalogues")
    } else {
      try convertMessage(conversion)
    }
  }

  /// A message is hardly ever the path of a file that exists.
  private var isFile: Bool {
    FolderContents.kind(of: input) == .file
  }

  private func convertMessage(_ conversion: MessageConversion) throws {
    let bytes = Array(input.utf8)
    let result = conversion.convert(input)
    let lines = LineIndex(bytes)
    let findings = result.diagnostics.map { Finding($0, file: "message", lines: lines) }
    switch format {
    case .text:
      if let text = result.text { try StandardStreams.print(text + "\n") }
      show(findings, source: bytes)
    case .json:
      let tree: JSONTree = [
        "version": 1, "to": .string(to.rawValue), "message": .string(result.text),
        "renamed": .renamed(result.renamed), "findings": .array(findings.map(\.json)),
      ]
      try StandardStreams.print(tree.text(.compact) + "\n")
    }
    if result.text == nil { throw ExitCode.findings }
  }

  private func convertCatalog(_ conversion: MessageConversion) throws {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileContents.read(input)
    } catch {
      throw Failure(error.message)
    }
    let catalog: CatalogConversion
    let result: [UInt8]
    do throws(Diagnostic) {
      catalog = try CatalogConversion(bytes, path: input, conversion: conversion)
      result = try catalog.bytes()
    } catch {
      throw Failure([Finding(error, file: input, lines: LineIndex(bytes))])
    }
    if catalog.isConverted { StandardStreams.log("\(input) is in this syntax already") }
    if format == .text { show(catalog.findings, source: bytes) }
    if catalog.isComplete { try deliver(result, of: catalog) }
    if format == .json { try StandardStreams.print(catalog.report(to: to).text(.compact) + "\n") }
    if !catalog.isComplete { throw ExitCode.findings }
  }

  private func deliver(_ bytes: [UInt8], of catalog: CatalogConversion) throws {
    guard let output else {
      guard format == .text else { return }
      guard StandardStreams.write(String(decoding: bytes, as: UTF8.self)) else {
        throw Failure("cannot write to standard output")
      }
      return
    }
    let count = "\(catalog.messages.count) message\(catalog.messages.count == 1 ? "" : "s")"
    guard !dryRun else { return StandardStreams.log("would write \(count) to \(output)") }
    do throws(FileError) {
      try AtomicFile.write(bytes, to: output)
    } catch {
      throw Failure(error.message)
    }
    StandardStreams.log("wrote \(count) to \(output)")
  }

  private func show(_ findings: [Finding], source: [UInt8]) {
    guard !findings.isEmpty else { return }
    let report = CheckResults(findings: findings, source: { _ in source })
    StandardStreams.writeErrors(TextCheckReporter(style: color.style).text(report))
  }
}

extension CatalogConversion {
  /// What became of each message, for programs.
  fileprivate func report(to syntax: FormatCommand.Syntax) -> JSONTree {
    let converted = messages.count { $0.result.text != nil }
    return [
      "version": 1, "to": .string(syntax.rawValue),
      "messages": .array(
        messages.map { message in
          [
            "key": .string(message.key), "message": .string(message.result.text),
            "renamed": .renamed(message.result.renamed),
          ]
        }),
      "findings": .array(findings.map(\.json)),
      "summary": [
        "messages": .integer(messages.count), "converted": .integer(converted),
        "refused": .integer(messages.count - converted),
      ],
    ]
  }
}

extension JSONTree {
  /// New names by their old ones.
  fileprivate static func renamed(_ names: [String: String]) -> JSONTree {
    .object(names.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }
}
