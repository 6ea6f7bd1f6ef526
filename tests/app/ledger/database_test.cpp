// SPDX-License-Identifier: MIT
#include "app/ledger/database.hpp"

#include "tests/app/ledger/hardship.hpp"

#include <gmock/gmock.h>

namespace lockstep::ledger {
namespace {

using testing::HasSubstr;

TEST(Database, TextsComeBackAsTheyWere) {
    const Folder folder;
    auto database = Database::open(folder.path() / "a.db", Access::ReadWrite);
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->execute("CREATE TABLE t(a TEXT, b TEXT)"));
    const std::string odd("zero\0'; DROP TABLE t; µ", 24);
    ASSERT_TRUE(database->query("INSERT INTO t VALUES(?, ?)", {odd, ""}));
    const auto rows = database->query("SELECT a, b FROM t");
    ASSERT_TRUE(rows) << rows.error().text();
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ((*rows)[0][0], odd);
    EXPECT_EQ((*rows)[0][1], "");
    EXPECT_EQ(database->number("SELECT count(*) FROM t").value(), 1);
}

TEST(Database, ErrorsSayWhatAndWhatToDo) {
    const Folder folder;
    EXPECT_THAT(Database::open(folder.path() / "none" / "a.db", Access::ReadWrite).error().what,
                HasSubstr("cannot be opened"));
    EXPECT_FALSE(Database::open(folder.path() / "missing.db", Access::ReadOnly));
    auto database = Database::open(folder.path() / "a.db", Access::ReadWrite);
    ASSERT_TRUE(database);
    EXPECT_THAT(database->execute("NONSENSE").error().what, HasSubstr("syntax error"));
    EXPECT_FALSE(database->query("SELECT * FROM missing"));
    EXPECT_FALSE(database->number("SELECT 1 WHERE 0"));
}

TEST(Database, AFileThatIsNoDatabaseIsDamaged) {
    const Folder folder;
    std::ofstream(folder.path() / "a.db") << std::string(5000, 'x');
    auto database = Database::open(folder.path() / "a.db", Access::ReadWrite);
    ASSERT_TRUE(database) << "SQLite looks at the file with the first statement";
    EXPECT_FALSE(database->number("PRAGMA user_version"));
    EXPECT_TRUE(database->is_damaged());
}

TEST(Database, AWriterThatStaysIsSaidAfterTwoSeconds) {
    const Folder folder;
    auto one = Database::open(folder.path() / "a.db", Access::ReadWrite);
    auto two = Database::open(folder.path() / "a.db", Access::ReadWrite);
    ASSERT_TRUE(one->execute("CREATE TABLE t(a TEXT); BEGIN IMMEDIATE"));
    EXPECT_THAT(two->execute("INSERT INTO t VALUES('x')").error().what,
                HasSubstr("another window"));
    ASSERT_TRUE(one->execute("COMMIT"));
    EXPECT_TRUE(two->execute("INSERT INTO t VALUES('x')"));
}

} // namespace
} // namespace lockstep::ledger
