#if Preview
  import Testing

  @testable import langue_preview

  @Suite struct AllowedHostsTests {
    private let hosts = AllowedHosts(port: 8080)

    @Test(arguments: ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LocalHost:8080"])
    func itsOwnNamesAreAllowed(host: String) {
      #expect(hosts.allow(host))
    }

    @Test(arguments: [
      nil, "", "localhost", "localhost:80", "localhost:8081", "evil.example:8080",
      "localhost.evil.example:8080", "evil.example#localhost:8080", "127.0.0.2:8080",
      "0.0.0.0:8080", "localhost:8080:8080", " localhost:8080",
    ])
    func othersAreNot(host: String?) {
      #expect(!hosts.allow(host))
    }

    @Test func onPort80TheNameAloneIsEnough() {
      #expect(AllowedHosts(port: 80).allow("localhost"))
    }

    @Test func onlyItsOwnPagesMayChangeAnything() {
      let own = "http://localhost:8080"
      #expect(hosts.isOwn(origin: own, fetchSite: "same-origin"))
      #expect(hosts.isOwn(origin: own, fetchSite: nil))
      #expect(!hosts.isOwn(origin: own, fetchSite: "cross-site"))
      for origin in [nil, "null", "https://localhost:8080", "http://localhost", "file://"] {
        #expect(!hosts.isOwn(origin: origin, fetchSite: "same-origin"), "\(origin ?? "none")")
      }
    }
  }
#endif
