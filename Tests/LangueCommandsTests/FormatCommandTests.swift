import Testing

@Suite struct FormatCommandTests {
  @Test(arguments: [
    (["--locale", "en", "Hello {$name}!", "--arg", "name=Ada"], "Hello \u{2068}Ada\u{2069}!\n"),
    (["--locale", "en", "--bidi", "none", "Hello {$name}!", "--arg", "name=Ada"], "Hello Ada!\n"),
    (["--locale", "de", "--bidi", "none", "{$n :number}", "--arg", "n=1234.5"], "1.234,5\n"),
    (
      [
        "--locale", "pl", "--bidi", "none", "--arg", "n=5",
        ".input {$n :number} .match $n one {{plik}} few {{{$n} pliki}} * {{{$n} plików}}",
      ], "5 plików\n"
    ),
    (
      ["--locale", "en", "--bidi", "none", "{$n}", "--arg", "n:string=007"], "007\n"
    ),
    (
      [
        "--locale", "en", "--bidi", "none", "{$d :date length=long}", "--arg",
        "d:datetime=2017-06-12",
      ],
      "June 12, 2017\n"
    ),
  ])
  func `a message is formatted`(arguments: [String], text: String) throws {
    let run = try Executable.langue.run(["format"] + arguments)
    #expect(run.output == text)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `what cannot be formatted is shown in braces, explained, and ends with 1`() throws {
    let run = try Executable.langue.run([
      "format", "--locale", "en", "--bidi", "none", "Hi {$name}",
    ])
    #expect(run.output == "Hi {$name}\n")
    #expect(run.errors.hasPrefix("langue: unresolved-variable: "))
    #expect(run.status == 1)
  }

  @Test func `a message that cannot be read ends with 1 and a caret under the place`() throws {
    let run = try Executable.langue.run(["format", "--locale", "en", "Hi {$name"])
    #expect(run.output == "")
    #expect(run.status == 1)
    #expect(run.errors.contains("--> message:1:"))
    #expect(run.errors.contains("1 | Hi {$name\n"))
    #expect(run.errors.contains("^"))
  }
}
