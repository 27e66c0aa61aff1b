using IncidentServerless.Cli;
using IncidentServerless.Cli.Backtest;

namespace IncidentServerless.Scenarios.Tests.Backtest;

public sealed class EventFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Find_Folder_GivesJsonFilesBelowItInOrder()
    {
        folder.Write("b.json", "2");
        folder.Write("a/z.json", "1");
        folder.Write("a/notes.txt", "no event");
        folder.Write("C.JSON", "3");

        Assert.Equal([("C.JSON", "3"), ("a/z.json", "1"), ("b.json", "2")], EventFiles.Find([folder.Path]).Select(file => (file.Name, file.Body!)));
    }

    [Fact]
    public void Find_LinesOfOneFile_AreEventsOfTheirOwn()
    {
        folder.Write("storm.jsonl", "{}\n\n[]\n");
        folder.Write("single.jsonl", "{}\n");

        Assert.Equal(["single.jsonl", "storm.jsonl#1", "storm.jsonl#3"], EventFiles.Find([folder.Path]).Select(file => file.Name));
    }

    [Fact]
    public void Find_AFileItself_HasItsOwnName()
    {
        var file = folder.Write("deep/down.json", "{}");

        Assert.Equal(["down.json"], EventFiles.Find([file]).Select(each => each.Name));
    }

    [Fact]
    public void Find_NothingThere_IsRefused() =>
        Assert.Equal("There is no file or folder nowhere.", Assert.Throws<RefusedException>(() => EventFiles.Find(["nowhere"])).Message);

    [Fact]
    public void Find_BrokenLinkAmongFiles_IsTheOneThatCannotBeRead()
    {
        folder.Write("a.json", "{}");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.json"), Path.Combine(folder.Path, "gone.json"));

        var files = EventFiles.Find([folder.Path]);

        Assert.Equal([("a.json", false), ("b.json", true)], files.Select(file => (file.Name, file.Fault is not null)));
    }

    public void Dispose() => folder.Dispose();
}
