using Blobpress.Publishing.Hosting;

namespace Blobpress.Publishing.Tests.Hosting;

public sealed class EventGridMessageTests
{
    private const string Subject = "/blobServices/default/containers/posts/blobs/";

    [Theory]
    [InlineData("notes/a.md", "notes/a.md", "notes/a.md")]
    [InlineData("notes/two words.md", "notes/two%20words.md", "notes/two words.md")]
    [InlineData("notes/two%20words.md", "notes/two%20words.md", "notes/two words.md")]
    [InlineData("notes/100%25.md", "notes/100%2525.md", "notes/100%25.md")]
    [InlineData("海边.md", "%E6%B5%B7%E8%BE%B9.md", "海边.md")]
    public void The_name_is_that_of_the_blob_however_the_subject_is_written(string subject, string url, string name) =>
        Assert.Equal(name, EventGridMessage.NameIn(Event(subject: Subject + subject, url: "https://acct.blob.core.windows.net/posts/" + url)));

    [Fact]
    public void Cloud_events_are_understood_as_well() =>
        Assert.Equal("a.md", EventGridMessage.NameIn($$"""{"specversion":"1.0","type":"Microsoft.Storage.BlobDeleted","subject":"{{Subject}}a.md"}"""));

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated")]
    [InlineData("Microsoft.Storage.BlobDeleted")]
    [InlineData("Microsoft.Storage.BlobRenamed")]
    public void Whatever_happened_to_the_blob_the_message_is_its_name(string type) =>
        Assert.Equal("a.md", EventGridMessage.NameIn(Event(type: type)));

    [Theory]
    [InlineData("not json", "A message that should be an event is no JSON*")]
    [InlineData("[]", "An event of type null came in*")]
    [InlineData("7", "An event of type null came in*")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobTierChanged","subject":"x"}""", "An event of type Microsoft.Storage.BlobTierChanged came in*")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted"}""", "An event has no \"subject\".")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/$web/blobs/a"}""", "An event's subject is to begin with*")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/posts/blobs/"}""", "An event's subject is to begin with*")]
    public void What_is_not_understood_is_refused_and_the_message_says_why(string message, string reason)
    {
        var error = Assert.Throws<FormatException>(() => EventGridMessage.NameIn(message));
        Assert.StartsWith(reason.TrimEnd('*'), error.Message, StringComparison.Ordinal);
    }

    private static string Event(string type = "Microsoft.Storage.BlobDeleted", string subject = Subject + "a.md", string url = "https://acct.blob.core.windows.net/posts/a.md") =>
        $$"""{ "eventType": "{{type}}", "subject": "{{subject}}", "id": "1", "data": { "api": "DeleteBlob", "url": "{{url}}" } }""";
}
