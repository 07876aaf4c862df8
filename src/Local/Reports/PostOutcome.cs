namespace Blobpress.Local.Reports;

/// <summary>What became of a post.</summary>
public enum PostOutcome
{
    Published,
    Unchanged,
    Draft,
    Scheduled,
    Removed,
    Rejected,
}
