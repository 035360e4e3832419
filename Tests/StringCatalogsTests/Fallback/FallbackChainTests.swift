import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Chains of fallback")
struct FallbackChainTests {
  @Test("the manifest's chain comes first, then CLDR's parents, then the source")
  func order() {
    let site = site(
      targets: ["es", "es-419", "es-MX", "pt", "zh", "zh-Hant"],
      fallbacks: ["es-MX": ["pt"], "pt": ["es"], "es": ["pt"]])
    #expect(site.fallbackChain(of: "es-MX") == ["pt", "es-419", "es", "fr"])
    #expect(site.fallbackChain(of: "es") == ["pt", "fr"])
    #expect(site.fallbackChain(of: "pt") == ["es", "fr"])
  }

  @Test("a parent in another script is none, and the source has no chain")
  func ends() {
    let site = site(targets: ["zh", "zh-Hant", "de"])
    #expect(site.fallbackChain(of: "zh-Hant") == ["fr"])
    #expect(site.fallbackChain(of: "de") == ["fr"])
    #expect(site.fallbackChain(of: "fr").isEmpty)
  }
}
