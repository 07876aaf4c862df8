using System.Globalization;

namespace Blobpress.Local.Reports;

/// <summary>Tells a person at the terminal what became of the posts.</summary>
/// <param name="output">Where to write.</param>
/// <param name="colors">True where the output is a terminal that shows colours.</param>
public sealed class ConsoleReport(TextWriter output, bool colors)
{
    private const int OutcomeWidth = 11;

    private const int WidestSource = 60;

    private const int MostOwed = 20;

    /// <summary>On standard output, with colours only on a terminal and where <c>NO_COLOR</c> is not set.</summary>
    public static ConsoleReport OnTerminal() =>
        new(Console.Out, !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    /// <summary>A line of its own.</summary>
    public void Say(string sentence) => output.WriteLine(TerminalText.Of(sentence));

    /// <summary>A line for each post, its reasons and missing images below it, then the totals, then the images that are owed.</summary>
    public void Write(SiteReport site)
    {
        var owed = site.Owed.Select(image => (image.Post, image.Image)).ToHashSet();
        Write([.. site.Posts.Select(post => post with { Images = [.. post.Images.Where(image => !owed.Contains((post.Source, image.Origin ?? "")))] })]);
        var count = site.Owed.Count + site.MoreOwed;
        if (count == 0)
        {
            return;
        }

        output.WriteLine($"{count} {(count == 1 ? "image is" : "images are")} still owed; they are asked for again while this program or the Functions app runs:");
        foreach (var image in site.Owed.Take(MostOwed))
        {
            output.WriteLine(TerminalText.Of(string.Create(
                CultureInfo.InvariantCulture, $"  {image.Post}: {image.Image}, again from {image.AskedAgain.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. {image.Reason}")));
        }

        if (count > MostOwed)
        {
            output.WriteLine($"  and {count - MostOwed} more; --report names {(site.MoreOwed == 0 ? "all" : $"the first {site.Owed.Count}")}.");
        }
    }

    /// <summary>A line for each post, its reasons and missing images below it, then the totals.</summary>
    public void Write(IReadOnlyList<PostReport> posts)
    {
        var width = posts.Count == 0 ? 0 : Math.Min(WidestSource, posts.Max(post => TextWidth.Of(TerminalText.Of(post.Source))));
        foreach (var post in posts)
        {
            WritePost(post, width);
        }

        output.WriteLine(Summary(posts));
    }

    private void WritePost(PostReport post, int width)
    {
        var outcome = post.Outcome.ToString().ToLowerInvariant();
        var time = post.Milliseconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {post.Milliseconds} ms") : "";
        var first = Colored(post.Outcome, outcome.PadRight(OutcomeWidth));
        output.WriteLine($"{first}{TextWidth.Pad(TerminalText.Of(post.Source), width)}  {Readable(post.Url)}{time}".TrimEnd());
        foreach (var reason in post.Reasons)
        {
            var place = reason.PlaceIn(post.Source) is { } at ? at + ": " : "";
            output.WriteLine($"{"",OutcomeWidth}{TerminalText.Of(place + reason.Message)}");
        }

        foreach (var image in post.Images.Where(image => image.Reason is not null))
        {
            output.WriteLine($"{"",OutcomeWidth}{TerminalText.Of($"image {image.Origin ?? image.Url}: {image.Reason}")}");
        }
    }

    private static string Summary(IReadOnlyList<PostReport> posts)
    {
        var counts = posts.CountBy(post => post.Outcome).OrderBy(count => count.Key)
            .Select(count => $"{count.Value} {count.Key.ToString().ToLowerInvariant()}");
        return posts.Count == 0 ? "No posts." : $"{posts.Count} {(posts.Count == 1 ? "post" : "posts")}: {string.Join(", ", counts)}.";
    }

    // Terminals show characters better than percent signs.
    private static string Readable(string? url) => url is null ? "" : TerminalText.Of(Uri.UnescapeDataString(url));

    private string Colored(PostOutcome outcome, string text)
    {
        var code = outcome switch
        {
            PostOutcome.Published => 32,
            PostOutcome.Rejected => 31,
            PostOutcome.Removed => 33,
            _ => 90,
        };
        return colors ? string.Create(CultureInfo.InvariantCulture, $"\e[{code}m{text}\e[0m") : text;
    }
}
