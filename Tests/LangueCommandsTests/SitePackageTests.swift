import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A site's own package, as its author would write it, built against this one.
@Suite struct SitePackageTests {
  static let isAsked = getenv("LANGUE_SLOW_TESTS") != nil

  private static let manifest = """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "site",
      platforms: [.macOS(.v15)],
      dependencies: [.package(path: "langue", traits: [])],
      targets: [
        .executableTarget(
          name: "site",
          dependencies: [
            .product(name: "MessageBundles", package: "langue"),
            .product(name: "MessageFormat", package: "langue"),
            .product(name: "LocaleServices", package: "langue"),
          ],
          plugins: [.plugin(name: "TypedStrings", package: "langue")])
      ])
    """

  /// A program that says which message it has and how many arguments.
  private static func program(_ call: String) -> String {
    """
    import MessageBundles

    let message: LocalizedMessage = Strings.cart.\(call)
    print(message.key, message.arguments.count)

    """
  }

  @Test(.enabled(if: isAsked, "builds a package: set LANGUE_SLOW_TESTS"))
  func `a site fetches no package, links no Foundation, and has its texts by name`() throws {
    let site = try TemporaryFolder(
      TinySite.files.merging([
        "Package.swift": Self.manifest,
        "Sources/site/main.swift": Self.program("items(count: 3)"),
      ]) { $1 })
    site.makeLink("langue", to: Repository.folder)
    let environment = ["PATH", "HOME"].reduce(into: [String: String]()) { result, name in
      result[name] = getenv(name).map { String(cString: $0) }
    }
    let env = Executable(path: "/usr/bin/env")
    // Without sandbox: the tests may run where a second one cannot be made.
    let build = try env.run(
      ["swift", "build", "--disable-sandbox"], in: site.path, environment: environment)
    #expect(build.status == 0, "\(build.output)\n\(build.errors)")

    #expect(site.files.filter { $0.contains("checkouts/") || $0.contains("repositories/") } == [])
    #expect(site.read("Package.resolved") == nil)

    let run = try Executable(path: "\(site.path)/.build/debug/site").run([])
    #expect(run.output == "cart.items 1\n")
    #expect(run.status == 0)

    // Nothing changed: the names are not written anew. A catalogue changed: they are.
    func builds(_ program: String? = nil) throws -> Run {
      if let program { try site.write(program, to: "Sources/site/main.swift") }
      return try env.run(
        ["swift", "build", "--disable-sandbox"], in: site.path, environment: environment)
    }
    // The package manager links the generator itself once more in the second build.
    #expect(try builds().status == 0)
    #expect(try !builds().output.contains("Writing Strings.swift"))
    try site.write(
      TinySite.french.replacing("cart.title", with: "cart.heading"), to: "Strings/fr/page.json")
    let changed = try builds(Self.program("heading(name: \"Ada\")"))
    #expect(changed.status == 0, "\(changed.output)")
    #expect(changed.output.contains("Writing Strings.swift"), "\(changed.output)")

    // A missing argument and a missing message stop the compiler.
    let missing = try builds(Self.program("items()"))
    #expect(missing.status != 0)
    #expect(missing.output.contains("missing argument for parameter 'count'"), "\(missing.output)")
    let unknown = try builds(Self.program("title"))
    #expect(unknown.status != 0)
    #expect(unknown.output.contains("has no member 'title'"), "\(unknown.output)")
    #expect(try builds(Self.program("items(count: 3)")).status == 0)

    let libraries = try env.run(
      ["readelf", "-d", ".build/debug/site"], in: site.path, environment: environment)
    let needed = libraries.output.split(separator: "\n").filter { $0.contains("NEEDED") }
    #expect(!needed.isEmpty, "\(libraries.errors)")
    #expect(needed.contains { $0.contains("libicuuc") })
    #expect(needed.filter { $0.contains("Foundation") } == [])
  }
}
