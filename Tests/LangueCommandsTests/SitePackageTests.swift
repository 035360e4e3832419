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
          dependencies: [.product(name: "MessageBundles", package: "langue")])
      ])
    """

  @Test(.enabled(if: isAsked, "builds a package: set LANGUE_SLOW_TESTS"))
  func `a site that imports MessageBundles fetches no package and links no Foundation`() throws {
    let site = try TemporaryFolder([
      "Package.swift": Self.manifest,
      "Sources/site/main.swift": "import MessageBundles\n\nprint(\"works\")\n",
    ])
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
    #expect(run.output == "works\n")
    #expect(run.status == 0)

    let libraries = try env.run(
      ["readelf", "-d", ".build/debug/site"], in: site.path, environment: environment)
    let needed = libraries.output.split(separator: "\n").filter { $0.contains("NEEDED") }
    #expect(!needed.isEmpty, "\(libraries.errors)")
    #expect(needed.contains { $0.contains("libicuuc") })
    #expect(needed.filter { $0.contains("Foundation") } == [])
  }
}
