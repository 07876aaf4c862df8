using Blobpress.Site.Listings;

namespace Blobpress.Site.Html;

/// <summary>What heads every page of a list.</summary>
/// <param name="Kind">Which kind of list it is.</param>
/// <param name="Title">The term's own name; empty for the list of all posts.</param>
/// <param name="Url">The list's front page.</param>
/// <param name="Parents">For nested categories: the way down from the outermost, itself not included.</param>
/// <param name="Feeds">True where the list has feeds.</param>
public sealed record ListHeading(ListKind Kind, string Title, string Url, IReadOnlyList<TermLink> Parents, bool Feeds);

/// <summary>The newest posts of a list, as cards.</summary>
/// <param name="List">The list.</param>
/// <param name="Sticky">Posts that lead the home page; empty elsewhere.</param>
/// <param name="Posts">Newest first, none of them in <paramref name="Sticky"/>.</param>
/// <param name="ArchiveUrl">The list's archive, which reaches every post.</param>
/// <param name="Children">Subcategories; at most 200.</param>
/// <param name="MoreChildrenUrl">Where further subcategories are listed, or null.</param>
public sealed record FrontPage(
    ListHeading List,
    IReadOnlyList<PostSummary> Sticky,
    IReadOnlyList<PostSummary> Posts,
    string ArchiveUrl,
    IReadOnlyList<TermLink> Children,
    string? MoreChildrenUrl);

/// <summary>One page of a list's archive: entries, or links to the pages it was split into.</summary>
/// <param name="List">The list.</param>
/// <param name="Title">The period: empty for the whole, else <c>2022</c>, <c>2022-01</c>, <c>2022-01-29</c> …</param>
/// <param name="Url">This page.</param>
/// <param name="Parents">The archive pages above it, the outermost first.</param>
/// <param name="Children">The pages below it, newest first; empty on a page of entries.</param>
/// <param name="Posts">The entries, newest first; empty on a page that was split.</param>
public sealed record ArchivePage(
    ListHeading List,
    string Title,
    string Url,
    IReadOnlyList<TermLink> Parents,
    IReadOnlyList<TermLink> Children,
    IReadOnlyList<PostLink> Posts);

/// <summary>An index of terms: all tags, all authors, the categories of one level.</summary>
/// <param name="Kind">What the terms are.</param>
/// <param name="Title">Empty for the whole index, else the part of it: <c>a</c>, <c>一–丿</c>.</param>
/// <param name="Url">This page.</param>
/// <param name="Parents">The pages above it, the outermost first.</param>
/// <param name="Children">The parts it was split into; empty on a page of terms.</param>
/// <param name="Terms">The terms by slug; empty on a page that was split.</param>
public sealed record TermsPage(
    ListKind Kind,
    string Title,
    string Url,
    IReadOnlyList<TermLink> Parents,
    IReadOnlyList<TermLink> Children,
    IReadOnlyList<TermLink> Terms);
