import Intake
import PlanModel
import Testing

@Suite("What a team writes for itself") struct InternalNoteTests {
  private func internalWords(_ reading: Reading) -> [String] {
    reading.internalLines.flatMap { $0.bounds.map { reading.statements[$0 - 1].text } }
  }

  private func role(_ name: String, in reading: Reading) -> Person.Role? {
    reading.people.first { $0.name == name }?.role
  }

  @Test("Zendesk: a private comment is internal, and users have the side that the list says")
  func zendesk() throws {
    let reading = try read(
      #"""
      {"ticket":{"id":7,"subject":"Charged twice","description":"I was charged twice.","requester_id":1,
        "submitter_id":1,"assignee_id":2,"organization_id":3,"created_at":"2025-03-04T07:11:00Z","via":{"channel":"email"}},
       "users":[{"id":1,"name":"Henrik","email":"h@example.com","role":"end-user"},
        {"id":2,"name":"Alma","email":"a@acme.example","role":"agent"}],
       "organizations":[{"id":3,"name":"Nordbyg"}],
       "comments":[{"id":1,"author_id":1,"public":true,"body":"I was charged twice.","created_at":"2025-03-04T07:11:00Z"},
        {"id":2,"author_id":2,"public":false,"body":"The retry job does not look.","created_at":"2025-03-04T08:00:00Z"},
        {"id":3,"author_id":2,"public":true,"body":"We look into it.","created_at":"2025-03-04T08:05:00Z"}]}
      """#)
    #expect(internalWords(reading) == ["The retry job does not look."])
    #expect(role("Alma", in: reading) == .agent)
    #expect(role("Henrik", in: reading) == .customer)
    #expect(reading.origin.segments == ["Nordbyg"])
  }

  @Test("Zendesk: without a list of users, whoever asked is a customer, and whoever writes notes is an agent")
  func parts() throws {
    let reading = try read(
      #"""
      {"id":7,"subject":"Charged twice","requester_id":1,"submitter_id":1,"assignee_id":2,"via":{"channel":"web"},
       "created_at":"2025-03-04T07:11:00Z","comments":[
        {"id":1,"author_id":1,"public":true,"body":"I was charged twice.","created_at":"2025-03-04T07:11:00Z"},
        {"id":2,"author_id":5,"public":false,"body":"Again the retry job.","created_at":"2025-03-04T08:00:00Z"}]}
      """#)
    #expect(role("requester", in: reading) == .customer)
    #expect(role("5", in: reading) == .agent)
  }

  @Test("Intercom: notes are internal; admins answer, contacts ask")
  func intercom() throws {
    let reading = try read(
      #"""
      {"type":"conversation","id":"9","created_at":1719492795,"source":{"body":"<p>The export fails.</p>",
        "author":{"type":"user","name":"Dana","email":"d@example.com"}},
       "conversation_parts":{"conversation_parts":[
        {"part_type":"note","body":"<p>Known since Tuesday.</p>","author":{"type":"admin","name":"Sam"}},
        {"part_type":"comment","body":"<p>We are on it.</p>","author":{"type":"admin","name":"Sam"}}]}}
      """#)
    #expect(internalWords(reading) == ["Known since Tuesday."])
    #expect(role("Sam", in: reading) == .agent)
    #expect(role("Dana", in: reading) == .customer)
  }

  @Test("Jira and GitLab: comments that customers cannot see are internal")
  func trackers() throws {
    let jira = try read(
      #"""
      {"key":"PAY-1","fields":{"summary":"Login fails","comment":{"comments":[
        {"id":"1","author":{"displayName":"Kim"},"body":"It is the proxy.","created":"2024-01-01T10:00:00.000+0000",
         "jsdPublic":false},
        {"id":"2","author":{"displayName":"Kim"},"body":"Please try again.","created":"2024-01-01T11:00:00.000+0000",
         "jsdPublic":true}]}}}
      """#)
    #expect(internalWords(jira) == ["It is the proxy."])
    #expect(role("Kim", in: jira) == .agent)
    let gitlab = try read(
      #"""
      {"id":1,"iid":2,"title":"Slow","description":"It is slow.","author":{"username":"ana"},"notes":[
       {"id":3,"body":"Only with our fork.","author":{"username":"bo"},"internal":true,"system":false,
        "created_at":"2024-01-01T10:00:00Z"}]}
      """#)
    #expect(internalWords(gitlab) == ["Only with our fork."])
  }

  @Test("GitHub: who is of the team answers, but whoever opened the issue asks")
  func members() throws {
    let reading = try read(
      #"""
      {"number":7,"title":"Empty ranges","body":"A 400 would help.","author":{"login":"kim"},"authorAssociation":"MEMBER",
       "url":"https://github.com/acme/api/issues/7","createdAt":"2025-03-04T07:11:00Z","comments":[
        {"id":"1","author":{"login":"sam"},"authorAssociation":"MEMBER","body":"Also for an empty range?","createdAt":"2025-03-04T08:00:00Z"},
        {"id":"2","author":{"login":"lee"},"authorAssociation":"CONTRIBUTOR","body":"The same here.","createdAt":"2025-03-04T08:01:00Z"},
        {"id":"3","author":{"login":"kim"},"authorAssociation":"MEMBER","body":"No, an empty list.","createdAt":"2025-03-04T08:02:00Z"}]}
      """#)
    #expect(reading.people.map(\.name) == ["kim", "sam", "lee"])
    #expect(reading.people.map(\.role) == [nil, .agent, nil])
  }

  @Test("Other desks: private messages and notes are internal, incoming ones a customer's")
  func others() throws {
    let freshdesk = try read(
      #"""
      {"subject":"Printer","description_text":"It smokes a lot.","conversations":[
       {"body_text":"Which model is it?","incoming":false,"private":false,"from_email":"sam@desk.example"},
       {"body_text":"He has the old one.","incoming":false,"private":true,"from_email":"sam@desk.example"},
       {"body_text":"It is the small one.","incoming":true,"private":false,"from_email":"lee@example.com"}]}
      """#)
    #expect(internalWords(freshdesk) == ["He has the old one."])
    #expect(role("sam@desk.example", in: freshdesk) == .agent)
    #expect(role("lee@example.com", in: freshdesk) == .customer)
    let scout = try read(
      #"""
      {"subject":"Scanner","threads":[
       {"type":"customer","body":"It hums all day.","createdBy":{"type":"customer","email":"lee@example.com"}},
       {"type":"note","body":"Send him the guide.","createdBy":{"type":"user","email":"sam@desk.example"}}]}
      """#)
    #expect(internalWords(scout) == ["Send him the guide."])
  }
}
