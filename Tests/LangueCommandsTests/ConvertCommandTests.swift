import Testing

@Suite struct ConvertCommandTests {
  @Test(arguments: [
    (
      ["--to", "mf2", "{n, plural, one {# file} other {# files}}"],
      ".input {$n :number}\n.match $n\none {{{$n} file}}\n* {{{$n} files}}\n"
    ),
    (
      ["--to", "icu", ".input {$n :number} .match $n one {{{$n} file}} * {{{$n} files}}"],
      "{n, plural, one {# file} other {# files}}\n"
    ),
    (["--to", "mf2", "--dialect", "formatjs", "<b>Hi</b>"], "{#b}Hi{/b}\n"),
    (["--to", "icu", "--dialect", "formatjs", "{#b}Hi{/b}"], "<b>Hi</b>\n"),
  ])
  func `a message is printed in the other syntax`(arguments: [String], text: String) throws {
    let run = try Executable.langue.run(["convert"] + arguments)
    #expect(run.output == text)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `what the other syntax cannot say is shown at its place, and ends with 1`() throws {
    let run = try Executable.langue.run(["convert", "--to", "mf2", "at {n, choice, 0#a|1#b}"])
    #expect(run.output == "")
    #expect(run.errors.contains("error[not-convertible]: `choice` cannot be carried"))
    #expect(run.errors.contains("--> message:1:4\n"))
    #expect(run.status == 1)
  }

  @Test func `what is said a little differently is told, and ends with 0`() throws {
    let run = try Executable.langue.run(["convert", "--to", "mf2", "{d, date, short}"])
    #expect(run.output == "{$d :date length=short}\n")
    #expect(run.errors.contains("warning[inexact-conversion]"))
    #expect(run.status == 0)
  }

  @Test func `a report tells the new names`() throws {
    let run = try Executable.langue.run(["convert", "--to", "mf2", "--format", "json", "{0}"])
    #expect(
      run.output
        == #"{"version":1,"to":"mf2","message":"{$arg0}","renamed":{"0":"arg0"},"findings":[]}"#
        + "\n")
    #expect(run.status == 0)
  }

  private let catalog = """
    {
      "@@locale": "en",
      "@@syntax": "icu",
      "cart.items": "{count, plural, one {# item} other {# items}}",
      "@cart.items": { "description": "In {braces}", "maxLength": 40 },
      "nested": {
        "greeting": "Hello {0}!  \\u00e9",
        "@greeting": { "placeholders": { "0": { "type": "string" } } }
      }
    }

    """

  private let converted = """
    {
      "@@locale": "en",
      "@@syntax": "mf2",
      "cart.items": ".input {$count :number}\\n.match $count\\none {{{$count} item}}\\n* {{{$count} items}}",
      "@cart.items": { "description": "In {braces}", "maxLength": 40 },
      "nested": {
        "greeting": "Hello {$arg0}!  é",
        "@greeting": { "placeholders": { "arg0": { "type": "string" } } }
      }
    }

    """

  @Test func `a catalog keeps its keys, their order, its metadata and layout`() throws {
    let folder = try TemporaryFolder(["en.json": catalog])
    let path = folder.path + "/en.json"
    let run = try Executable.langue.run(["convert", "--to", "mf2", path])
    #expect(run.output == converted)
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(TemporaryFolder.read(path) == catalog)
  }

  @Test func `a catalog is written to a file, unless the run is dry`() throws {
    let folder = try TemporaryFolder(["en.json": catalog])
    let path = folder.path + "/en.json"
    let arguments = ["convert", "--to", "mf2", path, "--output", folder.path + "/new.json"]
    let dry = try Executable.langue.run(arguments + ["--dry-run"])
    #expect(dry.output == "")
    #expect(dry.errors == "langue: would write 2 messages to \(folder.path)/new.json\n")
    #expect(TemporaryFolder.read(folder.path + "/new.json") == nil)
    let run = try Executable.langue.run(arguments)
    #expect(run.errors == "langue: wrote 2 messages to \(folder.path)/new.json\n")
    #expect(run.status == 0)
    #expect(TemporaryFolder.read(folder.path + "/new.json") == converted)
  }

  @Test func `a catalog without a syntax says it once it is ICU's`() throws {
    let folder = try TemporaryFolder(["en.json": #"{"@@locale": "en", "a": "Hi {$name}"}"#])
    let path = folder.path + "/en.json"
    let run = try Executable.langue.run(["convert", "--to", "icu", path])
    #expect(run.output == #"{"@@locale": "en", "@@syntax": "icu", "a": "Hi {name}"}"#)
    #expect(run.status == 0)
  }

  @Test func `nothing is written where one message cannot be carried over`() throws {
    let folder = try TemporaryFolder([
      "en.json": "{\n  \"a\": \"{n}\",\n  \"b\": \"\\u0041{n, choice, 0#a}\"\n}\n"
    ])
    let path = folder.path + "/en.json"
    let run = try Executable.langue.run([
      "convert", "--to", "mf2", path, "--output", folder.path + "/new.json",
    ])
    #expect(run.output == "")
    // The escape counts as the six characters that it is in the file.
    #expect(run.errors.contains("--> \(path):3:15\n"))
    #expect(run.errors.contains("= key: b\n"))
    #expect(run.status == 1)
    #expect(TemporaryFolder.read(folder.path + "/new.json") == nil)
    let report = try Executable.langue.run(["convert", "--to", "mf2", path, "--format", "json"])
    #expect(report.output.contains(#""summary":{"messages":2,"converted":1,"refused":1}}"#))
    #expect(report.status == 1)
  }

  @Test(arguments: [
    ["convert", "--to", "mf3", "x"], ["convert", "x"], ["convert", "--to", "mf2"],
    ["convert", "--to", "mf2", "x", "--dry-run"],
    ["convert", "--to", "mf2", "no-such-file.json", "--output", "x.json"],
  ])
  func `a wrong command line ends with 2 and one line`(arguments: [String]) throws {
    let run = try Executable.langue.run(arguments)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("langue: ") && run.errors.split(separator: "\n").count == 1)
    #expect(run.status == 2)
  }

  @Test func `a file that is no catalog ends with 2`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/en.json"
    for text in ["[1]", "{\"a\": ", "\"text\""] {
      try folder.write(text, to: "en.json")
      let run = try Executable.langue.run(["convert", "--to", "mf2", path])
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("langue: \(path):1:"))
      #expect(run.status == 2)
    }
  }
}
