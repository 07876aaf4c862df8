namespace Blobpress.Site.Html;

/// <summary>Passages set apart in a box: GitHub's alerts, and what generators, themes and editors have of the kind.</summary>
internal static class Box
{
    /// <summary>The kind of alert (note, tip, important, warning or caution) that a name in common use stands for; null where it is none.</summary>
    public static string? Kind(string? name) => name?.ToLowerInvariant() switch
    {
        "note" or "info" or "information" or "primary" or "default" or "abstract" or "summary" or "tldr" or "blue" or "cyan"
            or "notice" or "alert" or "callout" or "admonition" or "seealso" or "todo" => "note",
        "tip" or "tips" or "hint" or "success" or "check" or "done" or "example" or "green" => "tip",
        "important" or "question" or "help" or "faq" or "purple" => "important",
        "warning" or "warn" or "attention" or "orange" or "yellow" => "warning",
        "caution" or "danger" or "error" or "failure" or "fail" or "missing" or "bug" or "red" => "caution",
        _ => null,
    };

    /// <summary>True for the names of passages that open on a click.</summary>
    public static bool IsDetails(string name) => name.ToLowerInvariant()
        is "details" or "detail" or "spoiler" or "collapse" or "collapsible" or "expand" or "expandable" or "fold" or "folding" or "toggle" or "hidetoggle" or "hideblock";

    /// <summary>The classes of an alert's <c>div</c>.</summary>
    public static string Classes(string kind) => "markdown-alert markdown-alert-" + kind;

    /// <summary>The start of an alert with its title, as HTML that stands between blank lines in Markdown.</summary>
    public static string Open(string kind, string? title) =>
        $"<div class=\"{Classes(kind)}\">{(string.IsNullOrWhiteSpace(title) ? "" : $"<p class=\"{TitleClass}\">{HtmlText.Escape(title)}</p>")}";

    /// <summary>The class of an alert's title.</summary>
    public const string TitleClass = "markdown-alert-title";
}
