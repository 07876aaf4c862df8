using Azure;
using Blobpress.Local.Reports;

namespace Blobpress.Local.Keeping;

/// <summary>Says what goes wrong while the host runs on: once, however often it is tried again.</summary>
internal sealed class Troubles(ConsoleReport console)
{
    private string? _said;

    /// <summary>Says what failed, unless it is what failed last time too.</summary>
    public void Note(Exception fault)
    {
        var sentence = Sentence(fault);
        if (sentence != _said)
        {
            console.Say(sentence);
            _said = sentence;
        }
    }

    /// <summary>Whatever it was, it works again.</summary>
    public void Clear()
    {
        if (_said is not null)
        {
            console.Say("That works again.");
            _said = null;
        }
    }

    private static string Sentence(Exception fault) => fault switch
    {
        LocalException => fault.Message,
        RequestFailedException or AggregateException => $"The storage failed and is asked again: {FaultText.FirstLine(fault)}",
        _ => $"Something failed and is tried again: {fault.GetType().Name}: {FaultText.FirstLine(fault)}",
    };
}
