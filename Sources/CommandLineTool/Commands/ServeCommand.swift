import ArgumentParser
import Loopback
import Site
import Views
import Workflow

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the plan in a browser of this machine, live.",
    discussion: """
      Prints an address that only this machine can open, and keeps the pages as the plan stands: a change is shown within \
      a second. What stands behind the # in the address lets a browser in; give it to nobody. With --write a person can \
      accept, reject with a reason, answer a question, set a statement aside and comment; each changes the same files as \
      the command of that name. The page "Changes" compares the plan at any two revisions. Ends with Ctrl-C.

        git handoff serve
        git handoff serve --write --commit
        git handoff serve --ref dana/mute-emails      as it would read once merged
      """)

  @Option(help: "The port to listen on; one that is free when it is left out.")
  var port: UInt16 = 0

  @Option(help: ArgumentHelp("Show a branch as it would read once it is merged.", valueName: "branch"))
  var ref: String?

  @Flag(help: "Let the pages change the plan.")
  var write = false

  @Flag(help: "Commit each change under your name; needs --write.")
  var commit = false

  func validate() throws {
    if commit, !write { throw ValidationError("--commit needs --write.") }
    if write, ref != nil { throw ValidationError("--ref shows what is not checked out, and cannot be written to.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = SiteOptions()
      options.revision = ref
      let surroundings = workspace.surroundings
      let plan = try LivePlan(surroundings, options)
      var desk: Desk?
      if write {
        _ = try workspace.top()
        desk = Desk(surroundings, commits: commit)
      }
      let (keptDesk, roles) = (desk, Desk.roles(of: workspace))
      do throws(Listener.Deafness) {
        try Listener.run(port: port, largestBody: 1 << 16, tending: { await plan.tend() }) { port in
          let door = Door(port: port, randomness: surroundings.randomness)
          Console.print("\(door.address)#token=\(door.token)\n")
          Console.note(SiteView.serving)
          let server = SiteServer(door, plan, desk: keptDesk, roles: roles)
          return { await server.answer($0) }
        }
      } catch {
        throw Failure(.place(.cannotListen(port: Int(port), reason: error.reason)))
      }
      return .done
    }
  }
}
