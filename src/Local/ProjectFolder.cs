namespace Blobpress.Local;

/// <summary>The checkout that this program was built from.</summary>
public static class ProjectFolder
{
    /// <summary>The folder that holds <c>Functions.sln</c>; the current folder for a program that was moved out of its checkout.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory();

    /// <summary>What the local host keeps from run to run.</summary>
    public static string Local { get; } = Path.Combine(Root, ".local");

    /// <summary>The posts that come with the project.</summary>
    public static string Samples { get; } = Path.Combine(Root, "samples");

    private static string? FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Functions.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
