/// What was said in calls, as products write it down.
enum Calls {
  static let all: [(name: String, text: String)] = [
    ("gong", gong), ("fireflies", fireflies), ("assembly", assembly), ("assemblyWords", assemblyWords),
    ("deepgram", deepgram), ("deepgramUtterances", deepgramUtterances), ("whisper", whisper),
    ("whisperCpp", whisperCpp),
    ("transcribe", transcribe), ("transcribeSegments", transcribeSegments), ("rev", rev), ("google", google),
    ("azure", azure), ("speechmatics", speechmatics), ("podcast", podcast), ("recorder", recorder),
    ("dashboard", dashboard), ("elevenLabs", elevenLabs), ("otter", otter),
  ]

  static let gong = """
    {"requestId": "r1", "records": {"totalRecords": 1}, "callTranscripts": [{"callId": "77", "transcript": [
      {"speakerId": "901", "topic": "Intro", "sentences": [
        {"start": 2000, "end": 3100, "text": "Thanks for the time."}, {"start": 3200, "end": 4000, "text": "We need SSO."}]},
      {"speakerId": "902", "topic": "Intro", "sentences": [{"start": 65000, "end": 66000, "text": "Which provider?"}]}]}],
     "calls": [{"metaData": {"id": "77", "title": "Acme review", "started": "2024-03-01T10:00:00Z",
       "url": "https://app.gong.io/call?id=77"}, "parties": [
       {"speakerId": "901", "name": "Dana Ng", "emailAddress": "dana@acme.example"},
       {"speakerId": "902", "name": "Sam Ray"}]}]}
    """

  static let gongTwo = """
    {"callTranscripts": [
      {"callId": "1", "transcript": [{"speakerId": "9", "sentences": [{"start": 0, "end": 1, "text": "It is slow."}]}]},
      {"callId": "2", "transcript": [{"speakerId": "8", "sentences": [{"start": 0, "end": 1, "text": "It is fast."}]}]}],
     "calls": [{"metaData": {"id": "2", "title": "Second"}, "parties": [{"speakerId": "8", "name": "Ida"}]}]}
    """

  static let fireflies = """
    {"data": {"transcript": {"id": "ff1", "title": "Weekly call", "date": 1709287200000, "duration": 12.5,
      "transcript_url": "https://app.fireflies.ai/view/ff1", "participants": ["dana@acme.example"],
      "speakers": [{"id": 0, "name": "Dana Ng"}], "sentences": [
      {"index": 0, "speaker_name": "Dana Ng", "speaker_id": 0, "text": "The export fails.", "raw_text": "the export fails",
       "start_time": 61.3, "end_time": 62.9, "ai_filters": {"task": null}},
      {"index": 1, "speaker_name": "Dana Ng", "speaker_id": 0, "text": "Every Monday.", "raw_text": "every monday",
       "start_time": 63, "end_time": 64},
      {"index": 2, "speaker_name": null, "speaker_id": 1, "text": "Since when?", "raw_text": "since when",
       "start_time": 3661, "end_time": 3662}]}}}
    """

  static let assembly = """
    {"id": "a1", "status": "completed", "audio_url": "https://a.example/x.mp3", "text": "It fails. Since when?",
     "words": [{"text": "It", "start": 61000, "end": 61500, "confidence": 0.9, "speaker": "A"}],
     "utterances": [
      {"confidence": 0.9, "start": 61000, "end": 62000, "text": "It fails.", "speaker": "A", "words": []},
      {"confidence": 0.9, "start": 62000, "end": 63500, "text": "Since when?", "speaker": "B", "words": []}]}
    """

  static let assemblyWords = """
    {"id": "a1", "status": "completed", "audio_url": "https://a.example/x.mp3", "text": "It fails. Mend it.",
     "words": [{"text": "It", "start": 5000, "end": 5200, "confidence": 0.9, "speaker": null},
      {"text": "fails.", "start": 5300, "end": 5900, "confidence": 0.9, "speaker": null},
      {"text": "Mend", "start": 6000, "end": 6300, "confidence": 0.9, "speaker": null},
      {"text": "it.", "start": 6300, "end": 6600, "confidence": 0.9, "speaker": null}], "utterances": null}
    """

  static let deepgram = """
    {"metadata": {"request_id": "d1", "created": "2024-03-01T10:00:00.123Z", "duration": 9.5}, "results": {"channels": [
      {"alternatives": [{"transcript": "It fails. Since when?", "confidence": 0.9, "words": [
        {"word": "it", "start": 0.5, "end": 0.6, "speaker": 0, "punctuated_word": "It"}],
       "paragraphs": {"transcript": "\\nSpeaker 0: It fails.", "paragraphs": [
        {"sentences": [{"text": "It fails.", "start": 0.5, "end": 1.2}], "speaker": 0, "start": 0.5, "end": 1.2},
        {"sentences": [{"text": "Since when?", "start": 75.5, "end": 76}], "speaker": 1, "start": 75.5, "end": 76}]}}]}]}}
    """

  static let deepgramUtterances = """
    {"metadata": {"request_id": "d2", "channels": 1}, "results": {"channels": [{"alternatives": [
      {"transcript": "It fails. Since when?", "confidence": 0.9, "words": []}]}], "utterances": [
      {"start": 0.5, "end": 1.2, "confidence": 0.9, "channel": 0, "transcript": "It fails.", "speaker": 0, "id": "u1"},
      {"start": 1.5, "end": 2.2, "confidence": 0.9, "channel": 0, "transcript": "Since when?", "speaker": 1}]}}
    """

  static let whisper = """
    {"task": "transcribe", "language": "english", "duration": 9.0, "text": " We export on Monday. It is slow.",
     "segments": [{"id": 0, "seek": 0, "start": 0.0, "end": 4.0, "text": " We export on", "tokens": [50364], "temperature": 0.0},
      {"id": 1, "seek": 0, "start": 4.0, "end": 6.0, "text": " Monday. It", "tokens": []},
      {"id": 2, "seek": 0, "start": 6.0, "end": 9.0, "text": " is slow.", "tokens": []}]}
    """

  static let whisperCpp = """
    {"systeminfo": "AVX = 1", "model": {"type": "base"}, "result": {"language": "en"}, "transcription": [
      {"timestamps": {"from": "00:00:00,000", "to": "00:00:03,000"}, "offsets": {"from": 0, "to": 3000}, "text": " It fails."},
      {"timestamps": {"from": "00:00:03,000", "to": "00:00:05,000"}, "offsets": {"from": 3000, "to": 5000}, "text": " Always."}]}
    """

  static let transcribe = """
    {"jobName": "job-1", "accountId": "1", "status": "COMPLETED", "results": {
      "transcripts": [{"transcript": "It fails. Since when?"}], "speaker_labels": {"speakers": 2, "segments": [
       {"start_time": "0.5", "end_time": "1.2", "speaker_label": "spk_0", "items": [
         {"start_time": "0.5", "end_time": "0.7", "speaker_label": "spk_0"},
         {"start_time": "0.7", "end_time": "1.2", "speaker_label": "spk_0"}]},
       {"start_time": "61.5", "end_time": "62.2", "speaker_label": "spk_1", "items": [
         {"start_time": "61.5", "end_time": "61.7", "speaker_label": "spk_1"},
         {"start_time": "61.7", "end_time": "62.2", "speaker_label": "spk_1"}]}]}, "items": [
      {"start_time": "0.5", "end_time": "0.7", "alternatives": [{"confidence": "1.0", "content": "It"}], "type": "pronunciation"},
      {"start_time": "0.7", "end_time": "1.2", "alternatives": [{"confidence": "1.0", "content": "fails"}], "type": "pronunciation"},
      {"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"},
      {"start_time": "61.5", "end_time": "61.7", "alternatives": [{"confidence": "1.0", "content": "Since"}], "type": "pronunciation"},
      {"start_time": "61.7", "end_time": "62.2", "alternatives": [{"confidence": "1.0", "content": "when"}], "type": "pronunciation"},
      {"alternatives": [{"confidence": "0.0", "content": "?"}], "type": "punctuation"}]}}
    """

  static let transcribeSegments = """
    {"jobName": "job-2", "results": {"transcripts": [{"transcript": "It fails. Since when?"}], "items": [], "audio_segments": [
      {"id": 0, "transcript": "It fails.", "start_time": "0.5", "end_time": "1.2", "speaker_label": "spk_0", "items": [0]},
      {"id": 1, "transcript": "Since when?", "start_time": "1.5", "end_time": "2.2", "speaker_label": "spk_1", "items": [1]}]}}
    """

  static let rev = """
    {"speakers": [{"id": 0, "name": "Dana Ng"}], "monologues": [
      {"speaker": 0, "elements": [{"type": "text", "value": "It", "ts": 0.5, "end_ts": 0.6}, {"type": "punct", "value": " "},
       {"type": "text", "value": "fails", "ts": 0.7, "end_ts": 0.9}, {"type": "punct", "value": "."}]},
      {"speaker": 1, "elements": [{"type": "text", "value": "When", "ts": 62.5, "end_ts": 62.9}, {"type": "punct", "value": "?"}]}]}
    """

  static let google = """
    {"results": [
      {"alternatives": [{"transcript": "it fails", "confidence": 0.9, "words": [
        {"startTime": "1.500s", "endTime": "1.7s", "word": "it"}, {"startTime": "1.7s", "endTime": "2s", "word": "fails"}]}]},
      {"alternatives": [{"words": [
        {"startTime": "1.500s", "endTime": "1.7s", "word": "it", "speakerTag": 1},
        {"startTime": "1.7s", "endTime": "2s", "word": "fails", "speakerTag": 1},
        {"startTime": "62s", "endTime": "63s", "word": "when", "speakerTag": 2}]}]}]}
    """

  static let azure = """
    {"source": "https://a.example/x.wav", "combinedRecognizedPhrases": [{"channel": 0, "display": "It fails. Since when?"}],
     "recognizedPhrases": [
      {"recognitionStatus": "Success", "channel": 0, "speaker": 1, "offset": "PT1.5S", "nBest": [
        {"confidence": 0.9, "lexical": "it fails", "display": "It fails."}, {"confidence": 0.2, "display": "It sails."}]},
      {"recognitionStatus": "Success", "channel": 0, "speaker": 2, "offset": "PT1M2.5S", "nBest": [
        {"confidence": 0.9, "lexical": "since when", "display": "Since when?"}]}]}
    """

  static let speechmatics = """
    {"format": "2.9", "job": {"id": "s1", "data_name": "x.wav", "created_at": "2024-03-01T10:00:00Z"}, "metadata": {}, "results": [
      {"type": "word", "start_time": 0.5, "end_time": 0.7, "alternatives": [{"content": "It", "speaker": "S1"}]},
      {"type": "word", "start_time": 0.7, "end_time": 0.9, "alternatives": [{"content": "fails", "speaker": "S1"}]},
      {"type": "punctuation", "start_time": 0.9, "end_time": 0.9, "alternatives": [{"content": ".", "speaker": "S1"}]},
      {"type": "word", "start_time": 62, "end_time": 63, "alternatives": [{"content": "When", "speaker": "S2"}]},
      {"type": "punctuation", "start_time": 63, "end_time": 63, "alternatives": [{"content": "?", "speaker": "S2"}]}]}
    """

  static let podcast = """
    {"version": "1.0.0", "segments": [
      {"speaker": "Dana", "startTime": 0.5, "endTime": 2, "body": "It fails"},
      {"speaker": "Dana", "startTime": 2, "endTime": 3.5, "body": "every Monday."},
      {"speaker": "Sam", "startTime": 62, "endTime": 64, "body": "Since when?"}]}
    """

  static let recorder = """
    [{"participant": {"id": 1, "name": "Dana Ng", "is_host": true}, "words": [
       {"text": "It", "start_timestamp": {"relative": 1.5}, "end_timestamp": {"relative": 1.7}},
       {"text": "fails.", "start_timestamp": {"relative": 1.7}, "end_timestamp": {"relative": 2}}]},
     {"participant": {"id": 2, "name": "Sam Ray"}, "words": [
       {"text": "When?", "start_timestamp": {"relative": 62.1}, "end_timestamp": {"relative": 62.9}}]}]
    """

  static let dashboard = """
    [{"sentence": "It fails.", "startTime": "00:05", "endTime": "00:07", "speaker_name": "Dana", "speaker_id": 0},
     {"sentence": "Since when?", "startTime": "01:05", "endTime": "01:07", "speaker_name": "Sam", "speaker_id": 1}]
    """

  static let elevenLabs = """
    {"language_code": "en", "text": "It fails. When?", "words": [
      {"text": "It", "start": 0.5, "end": 0.7, "type": "word", "speaker_id": "speaker_0"},
      {"text": " ", "start": 0.7, "end": 0.7, "type": "spacing", "speaker_id": "speaker_0"},
      {"text": "fails.", "start": 0.7, "end": 1.2, "type": "word", "speaker_id": "speaker_0"},
      {"text": " ", "start": 1.2, "end": 1.3, "type": "spacing", "speaker_id": "speaker_1"},
      {"text": "When?", "start": 62.0, "end": 62.3, "type": "word", "speaker_id": "speaker_1"}]}
    """

  static let otter = """
    {"title": "Interview", "created_at": "2024-03-01T10:00:00Z", "speakers": [
      {"speaker_id": 5, "speaker_name": "Dana Ng"}, {"speaker_id": 6, "speaker_name": "Sam Ray"}], "transcripts": [
      {"speaker_id": 5, "start_ms": 500, "end_ms": 900, "transcript": "It fails."},
      {"speaker_id": 6, "start_ms": 62000, "end_ms": 63000, "transcript": "Since when?"}]}
    """
}
