import Testing

@testable import LangueCommands

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 8, 100])
  func `results stand in the order of the tasks`(count: Int) {
    let tasks = Array(0..<50)
    let results = Workers(count: count).map(tasks) { task in
      (0..<((50 - task) * 1000)).reduce(0, &+) &* 0 &+ task * task
    }
    #expect(results == tasks.map { $0 * $0 })
  }

  @Test func `no tasks give no results`() {
    #expect(Workers(count: 4).map([Int]()) { $0 }.isEmpty)
  }
}
