using Azure;
using Blobpress.Local.Keeping;
using Blobpress.Local.Reports;

namespace Blobpress.Local.Tests.Keeping;

public sealed class TroublesTests
{
    [Fact]
    public void Are_said_once_and_that_they_are_over()
    {
        var console = new StringWriter { NewLine = "\n" };
        var troubles = new Troubles(new ConsoleReport(console, colors: false));
        troubles.Clear();
        troubles.Note(new LocalException("/posts can't be read."));
        troubles.Note(new LocalException("/posts can't be read."));
        troubles.Note(new AggregateException(new RequestFailedException("Connection refused (127.0.0.1:1)\nMore.")));
        troubles.Clear();
        troubles.Clear();
        Assert.Equal(
            """
            /posts can't be read.
            The storage failed and is asked again: Connection refused (127.0.0.1:1)
            That works again.

            """.ReplaceLineEndings("\n"),
            console.ToString());
    }
}
